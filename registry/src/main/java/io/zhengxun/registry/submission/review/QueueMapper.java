package io.zhengxun.registry.submission.review;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface QueueMapper {

    /** Where a batch stands in the order of the queue. */
    record Place(long id, LocalDate dueOn) {}

    /** The index is a constant of {@link QueueSearch}, never a text from outside. */
    @Select("""
            <script>
            SELECT id, due_on FROM submission FORCE INDEX (${index}) WHERE desk = #{desk}
            <if test="stageRegion != null">AND region_code = #{stageRegion}</if>
            <if test="institutionId != null">AND institution_id = #{institutionId}</if>
            <if test="stage != null">AND stage = #{stage}</if>
            <if test="handler != null">AND handler = #{handler}</if>
            <if test="dueUntil != null">AND due_on &lt;= #{dueUntil}</if>
            <if test="after != null and after.dueOn != null">
            AND (due_on > #{after.dueOn} OR (due_on = #{after.dueOn} AND id > #{after.id}))
            </if>
            <if test="after != null and after.dueOn == null">
            AND (due_on IS NOT NULL OR (due_on IS NULL AND id > #{after.id}))
            </if>
            ORDER BY due_on, id LIMIT #{limit}
            </script>""")
    List<Place> places(QueueSearch search);

    record Waiting(String regionCode, int batches) {}

    /** The province has one desk, whatever the region of a batch. */
    @Select("""
            SELECT IF(desk = 'CITY', region_code, '440000') AS region_code, COUNT(*) AS batches
            FROM submission FORCE INDEX (ix_submission_queue)
            WHERE desk IN ('CITY', 'PROVINCE') GROUP BY 1""")
    List<Waiting> waitingByCentre();
}
