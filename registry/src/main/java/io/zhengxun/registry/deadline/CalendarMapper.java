package io.zhengxun.registry.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CalendarMapper {

    String VERSION = "SELECT version, changed_at, changed_by, changed, library_year FROM calendar_version WHERE id = 1";
    String OVERRIDES = "SELECT day, working, name FROM day_override ORDER BY day";
    String ARRANGED_YEARS = "SELECT year FROM year_arrangement ORDER BY year";
    String ARRANGED_DAYS = "SELECT day, working, name FROM arranged_day ORDER BY day";

    /** What both databases take; MySQL's own FOR SHARE is unknown to MariaDB. */
    String SHARED = " LOCK IN SHARE MODE";

    @Select(VERSION)
    CalendarVersion version();

    @Select(OVERRIDES)
    List<SpecialDay> overrides();

    @Select(ARRANGED_YEARS)
    List<Integer> arrangedYears();

    @Select(ARRANGED_DAYS)
    List<SpecialDay> arrangedDays();

    @Select(VERSION + SHARED)
    CalendarVersion sharedVersion();

    @Select(OVERRIDES + SHARED)
    List<SpecialDay> sharedOverrides();

    @Select(ARRANGED_YEARS + SHARED)
    List<Integer> sharedArrangedYears();

    @Select(ARRANGED_DAYS + SHARED)
    List<SpecialDay> sharedArrangedDays();

    @Select(VERSION + " FOR UPDATE")
    CalendarVersion heldVersion();

    @Update("UPDATE calendar_version SET version = version + 1, changed_at = #{at}, changed_by = #{by},"
            + " changed = #{what} WHERE id = 1")
    void count(@Param("by") String by, @Param("what") String what, @Param("at") Instant at);

    @Update("UPDATE calendar_version SET library_year = #{year} WHERE id = 1")
    void setLibraryYear(int year);

    @Insert("""
            INSERT INTO day_override (day, working, name, set_by, set_at)
            VALUES (#{day.day}, #{day.working}, #{day.name}, #{by}, #{at})
            ON DUPLICATE KEY UPDATE working = VALUES(working), name = VALUES(name), set_by = VALUES(set_by),
                set_at = VALUES(set_at)""")
    void set(@Param("day") SpecialDay day, @Param("by") String by, @Param("at") Instant at);

    @Delete("DELETE FROM day_override WHERE day = #{day}")
    void remove(LocalDate day);

    @Delete("DELETE FROM arranged_day WHERE year = #{year}")
    void removeDays(int year);

    @Insert("""
            INSERT INTO year_arrangement (year, file_digest, imported_by, imported_at)
            VALUES (#{year}, #{digest}, #{by}, #{at})
            ON DUPLICATE KEY UPDATE file_digest = VALUES(file_digest), imported_by = VALUES(imported_by),
                imported_at = VALUES(imported_at)""")
    void arrange(
            @Param("year") int year, @Param("digest") byte[] digest, @Param("by") String by, @Param("at") Instant at);

    @Insert("""
            <script>
            INSERT INTO arranged_day (year, day, working, name) VALUES
            <foreach collection="days" item="day" separator=",">
                (#{year}, #{day.day}, #{day.working}, #{day.name})
            </foreach>
            </script>""")
    void addDays(@Param("year") int year, @Param("days") List<SpecialDay> days);

    @Select("SELECT day, working, name, set_by, set_at FROM day_override WHERE day BETWEEN #{first} AND #{last}")
    List<DayOverride> overridesBetween(@Param("first") LocalDate first, @Param("last") LocalDate last);

    @Select("SELECT year, file_digest, imported_by, imported_at FROM year_arrangement WHERE year = #{year}")
    YearImport imported(int year);
}
