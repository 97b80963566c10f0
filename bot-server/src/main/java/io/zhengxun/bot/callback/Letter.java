package io.zhengxun.bot.callback;

import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.bot.wechat.MessageCipher;
import java.util.Optional;

/**
 * A push that was let in.
 *
 * @param id keyed hash of what makes this message the same as an earlier one
 * @param passage keyed hash of timestamp and nonce, with which only one message may pass
 * @param digest keyed hash of the whole message
 * @param nonce as sent, for the reply
 * @param key with which the reply has to be encrypted; empty when the push came in plain
 */
record Letter(
        InboundMessage message, String id, String passage, String digest, String nonce, Optional<MessageCipher.Key> key) {}
