package io.zhengxun.registry.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface WatchRunMapper {

    /** In the order of the record's components. */
    String COLUMNS =
            "kind, id, day, state, holder, leased_until, calendar_version, position, started_at";

    String HELD = " WHERE kind = #{run.kind} AND id = #{run.id} AND holder = #{run.holder} AND state = 'RUNNING'";

    @Select("SELECT " + COLUMNS + """
             FROM watch_run FORCE INDEX (ix_watch_run_day)
            WHERE kind = #{kind} AND day = #{day} ORDER BY id DESC LIMIT 1 FOR UPDATE""")
    WatchRun heldLastOf(@Param("kind") WatchKind kind, @Param("day") LocalDate day);

    @Select("SELECT " + COLUMNS + """
             FROM watch_run FORCE INDEX (ix_watch_run_state)
            WHERE kind = #{kind} AND state = 'RUNNING' ORDER BY id FOR UPDATE""")
    List<WatchRun> heldUnfinished(WatchKind kind);

    @Insert("""
            INSERT INTO watch_run (kind, id, day, state, holder, leased_until, position, started_at)
            VALUES (#{kind}, #{id}, #{day}, #{state}, #{holder}, #{leasedUntil}, #{position}, #{startedAt})""")
    void insert(WatchRun run);

    @Update("""
            UPDATE watch_run SET holder = #{run.holder}, leased_until = #{run.leasedUntil}, started_at = #{run.startedAt}
            WHERE kind = #{run.kind} AND id = #{run.id}""")
    void takeOver(@Param("run") WatchRun run);

    @Update("UPDATE watch_run SET state = 'JOINED', ended_at = #{at} WHERE kind = #{run.kind} AND id = #{run.id}")
    void join(@Param("run") WatchRun run, @Param("at") Instant at);

    /** Counts what it finds: 0 rows, it is another's. */
    @Update("UPDATE watch_run SET leased_until = #{until}" + HELD)
    int hold(@Param("run") WatchRun run, @Param("until") Instant until);

    @Update("UPDATE watch_run SET calendar_version = #{version}" + HELD)
    int setCalendarVersion(@Param("run") WatchRun run, @Param("version") long version);

    @Update("UPDATE watch_run SET position = #{position}" + HELD)
    int setPosition(@Param("run") WatchRun run, @Param("position") String position);

    @Update("UPDATE watch_run SET state = 'ENDED', ended_at = #{at}" + HELD)
    int end(@Param("run") WatchRun run, @Param("at") Instant at);

    /** The last calendar by which all open deadlines were looked at; null before the first run. */
    @Select("SELECT MAX(calendar_version) FROM watch_run WHERE kind = 'DEADLINES'")
    Long lastCalendarVersion();
}
