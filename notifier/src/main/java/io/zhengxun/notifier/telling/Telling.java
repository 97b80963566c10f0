package io.zhengxun.notifier.telling;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Decides who is told of events of some kinds. Several may know a kind; an event that none knows goes to the work list. */
public interface Telling {

    /** Kinds of events that it knows. */
    Set<String> kinds();

    /**
     * What is told of these events: reads the database in bulk, in the caller's transaction, with which it also commits what
     * it notes itself of who is told. One for nobody where somebody should be told and there is nobody.
     */
    List<Told> of(Collection<Event> events);
}
