/** Questions that a person answers: asked by people in the chat, queued by due date, answered by staff. */
package io.zhengxun.registry.consultation;
