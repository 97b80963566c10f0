package io.zhengxun.registry.submission;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** What a progress tells of returns: no more than at whose hands the rows are. */
@Mapper
interface OpenReturnMapper {

    record OpenReturn(long id, String returnedBy, Instant recordedAt) {

        Stage stage() {
            return Stage.valueOf("RETURNED_BY_" + returnedBy);
        }
    }

    @Select("""
            <script>
            SELECT id, returned_by, recorded_at FROM submission_return WHERE id IN
            <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    List<OpenReturn> byIds(@Param("ids") Collection<Long> ids);
}
