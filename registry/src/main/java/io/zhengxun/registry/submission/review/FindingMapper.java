package io.zhengxun.registry.submission.review;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface FindingMapper {

    record Row(long certificateId, Finding.Code code, String arguments) {

        Finding finding() {
            return new Finding(certificateId, code, List.of(arguments.split(FindingInsert.SEPARATOR)));
        }
    }

    record Count(long id, int findingCount) {}

    @Update("UPDATE submission SET finding_count = #{count} WHERE id = #{id}")
    void setCount(@Param("id") long id, @Param("count") int count);

    @Select("""
            <script>
            SELECT certificate_id, code, arguments FROM finding WHERE submission_id = #{submissionId} AND certificate_id IN
            <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            ORDER BY certificate_id, code
            </script>""")
    List<Row> ofRows(@Param("submissionId") long submissionId, @Param("ids") Collection<Long> certificateIds);

    @Select("""
            <script>
            SELECT id, finding_count FROM submission WHERE id IN
            <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    List<Count> counts(@Param("ids") Collection<Long> submissionIds);
}
