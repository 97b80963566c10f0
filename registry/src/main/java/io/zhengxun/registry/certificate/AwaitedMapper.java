package io.zhengxun.registry.certificate;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface AwaitedMapper {

    @Select("""
            <script>
            SELECT id, number, occupation, level, submission_id, return_id, published_on FROM certificate
            WHERE standing = 'VALID' AND id IN
            <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    List<AwaitedCertificate> byIds(@Param("ids") Collection<Long> ids);

    @Select("""
            SELECT id FROM certificate FORCE INDEX (ix_certificate_submission)
            WHERE submission_id = #{submissionId} AND return_id IS NULL AND published_on IS NOT NULL
                AND standing = 'VALID'""")
    List<Long> publishedOf(long submissionId);

    @Select("SELECT id FROM certificate WHERE return_id = #{returnId} AND standing = 'VALID'")
    List<Long> inReturn(long returnId);
}
