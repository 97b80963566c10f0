package io.zhengxun.registry.notice.delivery;

/** How far the telling of an event is; as the outbox has it. */
public enum EventState {
    /** Not looked at, or to be tried again. */
    NEW,
    /** Its notices are written. */
    TOLD,
    /** Nobody is told of it. */
    SILENT,
    /** Of a kind that this release does not know: a person has to look. */
    UNKNOWN,
    /** Its notices could not be written: a person has to look. */
    FAILED
}
