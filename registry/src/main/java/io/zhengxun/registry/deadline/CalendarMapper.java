package io.zhengxun.registry.deadline;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface CalendarMapper {

    String VERSION = "SELECT version, changed_at, changed_by, changed FROM calendar_version WHERE id = 1";
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
}
