package io.zhengxun.registry.appointment;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface HandOverMapper {

    String ROWS = """
            SELECT h.id, h.region_code, p.username AS predecessor, p.name AS predecessor_name, s.username AS successor,
                s.name AS successor_name, h.handed_over_on, h.passed_batches, h.note, h.recorded_by, h.recorded_at
            FROM hand_over h JOIN appointment p ON p.id = h.predecessor_id JOIN appointment s ON s.id = h.successor_id
            """;

    @Insert("""
            INSERT INTO hand_over (region_code, predecessor_id, successor_id, handed_over_on, passed_batches, note,
                recorded_by, recorded_at)
            VALUES (#{from.regionCode}, #{from.id}, #{to.id}, #{form.handedOverOn}, #{passed}, #{form.note}, #{by}, #{at})""")
    void insert(
            @Param("from") Appointment from,
            @Param("to") Appointment to,
            @Param("form") HandOverForm form,
            @Param("passed") int passed,
            @Param("by") String by,
            @Param("at") Instant at);

    @Select(ROWS + "WHERE h.predecessor_id = #{predecessorId}")
    HandOver of(long predecessorId);

    @Select("<script>" + ROWS + """
            WHERE h.id &lt; #{before}
            <if test="region != null">AND h.region_code = #{region}</if>
            ORDER BY h.id DESC LIMIT #{limit}
            </script>""")
    List<HandOver> page(@Param("region") String region, @Param("before") long before, @Param("limit") int limit);
}
