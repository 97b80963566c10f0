package io.zhengxun.bot.callback;

import io.zhengxun.bot.receipt.Source;
import io.zhengxun.bot.wechat.BadMessage;
import io.zhengxun.bot.wechat.CallbackSignature;
import io.zhengxun.bot.wechat.InboundMessage;
import io.zhengxun.bot.wechat.MessageCipher;
import io.zhengxun.bot.wechat.MessageXml;
import io.zhengxun.wechat.OpenId;
import io.zhengxun.bot.wechat.ReplyXml;
import io.zhengxun.wechat.WeChatAccount.Mode;
import io.zhengxun.registry.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** Lets in what WeChat itself pushed to one of our accounts just now, and closes replies the way their push came. */
class CallbackDoor {

    private static final Pattern ECHO = Pattern.compile("[^\\p{Cntrl}<>&\"']{1,512}");
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,12}");
    private static final Pattern NONCE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final PushingAccount account;
    private final CallbackSignature signature;
    private final MessageCipher cipher;
    private final Duration window;
    private final Vault vault;
    private final Clock clock;

    CallbackDoor(PushingAccount account, CallbackSettings settings, Vault vault, Clock clock) {
        this.account = account;
        this.signature = new CallbackSignature(account.token());
        this.cipher = new MessageCipher(account.appId(), account.aesKeys());
        this.window = settings.window();
        this.vault = vault;
        this.clock = clock;
    }

    boolean isOf(String appId) {
        return appId.equals(account.appId());
    }

    Source source() {
        return account.source();
    }

    /** What to echo when WeChat verifies the address; in every mode it is neither encrypted nor covered by the signature. */
    String echo(PushQuery query) {
        requireSigned(query.signature(), query.timestamp(), query.nonce());
        if (!ECHO.matcher(query.echo()).matches()) {
            throw new RefusedPush(HttpStatus.BAD_REQUEST, "echostr is malformed");
        }
        return query.echo();
    }

    /**
     * Whether the query alone shows that WeChat sent it just now, before a byte of the body is read. It does not replace
     * {@link #open}: this signature does not cover the body.
     */
    boolean vouchesFor(PushQuery query) {
        return !query.signature().isEmpty()
                && signature.matches(query.signature(), query.timestamp(), query.nonce())
                && isFresh(query);
    }

    /**
     * @throws RefusedPush when it is not WeChat's, not fresh or not in the account's mode
     * @throws BadMessage when it is not a message
     * @throws io.zhengxun.bot.wechat.ForeignAppId when it was made for another account
     */
    Letter open(PushQuery query, byte[] body) {
        if (mustBeEncrypted(query)) {
            String cipherText = MessageXml.fields(body).getOrDefault("Encrypt", "").strip();
            requireEncrypted(cipherText);
            requireSigned(query.messageSignature(), query.timestamp(), query.nonce(), cipherText);
            requireFresh(query);
            MessageCipher.Opened opened = cipher.decrypt(cipherText);
            return letter(query, opened.message(), Optional.of(opened.key()));
        }
        requireSigned(query.signature(), query.timestamp(), query.nonce());
        requireFresh(query);
        return letter(query, body, Optional.empty());
    }

    /** The reply's body, encrypted with the key that opened the push. */
    byte[] reply(Letter letter, String text) {
        Instant now = clock.instant();
        byte[] plain = ReplyXml.text(letter.message(), text, now);
        return letter.key().map(key -> encrypted(plain, key, letter.nonce(), now)).orElse(plain);
    }

    /** Opens a push of our own making and closes a reply to it; nobody gets to see either. */
    void rehearse(String text) {
        String now = String.valueOf(clock.instant().getEpochSecond());
        byte[] plain = ReplyXml.text(InboundMessage.text(new OpenId("rehearsal"), "1", text), text, clock.instant());
        if (account.aesKeys().isEmpty()) {
            MessageXml.fields(plain);
            return;
        }
        String cipherText = cipher.encrypt(plain, cipher.currentKey());
        requireSigned(signature.of(now, "rehearsal", cipherText), now, "rehearsal", cipherText);
        MessageCipher.Opened opened = cipher.decrypt(cipherText);
        MessageXml.fields(opened.message());
        MessageXml.fields(encrypted(opened.message(), opened.key(), "rehearsal", clock.instant()));
    }

    private boolean mustBeEncrypted(PushQuery query) {
        boolean saysSo = query.encryptType().equals("aes");
        return switch (account.mode()) {
            // No downgrade: a plain body is not covered by its signature, so one line of an access log could forge any message.
            case SAFE -> {
                requireEncrypted(query.messageSignature());
                yield true;
            }
            case COMPATIBLE -> saysSo;
            case PLAIN -> {
                if (saysSo) {
                    throw new RefusedPush(HttpStatus.FORBIDDEN, "encrypted push in plain mode");
                }
                yield false;
            }
        };
    }

    private static void requireEncrypted(String sealedPart) {
        if (sealedPart.isEmpty()) {
            throw new RefusedPush(HttpStatus.FORBIDDEN, "push is not encrypted");
        }
    }

    private void requireSigned(String claimed, String... signed) {
        if (claimed.isEmpty() || !signature.matches(claimed, signed)) {
            throw new RefusedPush(HttpStatus.FORBIDDEN, "signature does not match");
        }
    }

    /** Timestamp and nonce are signed; outside the window a captured push is worth nothing. */
    private void requireFresh(PushQuery query) {
        if (!TIMESTAMP.matcher(query.timestamp()).matches() || !NONCE.matcher(query.nonce()).matches()) {
            throw new RefusedPush(HttpStatus.FORBIDDEN, "timestamp or nonce is malformed");
        }
        if (!isFresh(query)) {
            throw new RefusedPush(HttpStatus.FORBIDDEN, "timestamp is outside the window");
        }
    }

    private boolean isFresh(PushQuery query) {
        return TIMESTAMP.matcher(query.timestamp()).matches()
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(query.timestamp())), clock.instant())
                                .abs()
                                .compareTo(window)
                        <= 0;
    }

    private Letter letter(PushQuery query, byte[] xml, Optional<MessageCipher.Key> key) {
        InboundMessage message = MessageXml.read(xml);
        return new Letter(
                message,
                hash("inbox-message", account.appId() + "|" + message.key()),
                hash("inbox-passage", query.timestamp() + "|" + query.nonce()),
                hash("inbox-digest", new String(xml, StandardCharsets.UTF_8)),
                query.nonce(),
                key);
    }

    private String hash(String label, String value) {
        return HexFormat.of().formatHex(vault.fingerprint(label, value));
    }

    private byte[] encrypted(byte[] plain, MessageCipher.Key key, String nonce, Instant now) {
        String cipherText = cipher.encrypt(plain, key);
        String signed = signature.of(String.valueOf(now.getEpochSecond()), nonce, cipherText);
        return ReplyXml.encrypted(cipherText, signed, now, nonce);
    }
}
