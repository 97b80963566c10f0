package io.zhengxun.registry.submission.ministry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface MinistryExportMapper {

    /** In the order of the record's components. */
    String SELECT = """
            SELECT id, number, LOWER(HEX(digest)) digest, batch_count, row_count, exported_by, exported_at
            FROM ministry_export\040""";

    /** Digest and rows are known at its end only. */
    @Insert("""
            INSERT INTO ministry_export (number, digest, batch_count, row_count, exported_by, exported_at)
            VALUES (#{number}, #{noDigest}, #{batches}, 0, #{by}, #{at})""")
    void begin(
            @Param("number") String number,
            @Param("noDigest") byte[] noDigest,
            @Param("batches") int batches,
            @Param("by") String by,
            @Param("at") Instant at);

    @Insert("INSERT INTO ministry_export_part (export_id, part_no, sealed) VALUES (#{exportId}, #{partNo}, #{sealed})")
    void insertPart(@Param("exportId") long exportId, @Param("partNo") int partNo, @Param("sealed") byte[] sealed);

    @Update("UPDATE ministry_export SET digest = #{digest}, row_count = #{rows} WHERE id = #{id}")
    void end(@Param("id") long id, @Param("digest") byte[] digest, @Param("rows") int rows);

    @Select(SELECT + "WHERE number = #{number}")
    MinistryExport byNumber(String number);

    @Select(SELECT + "WHERE id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<MinistryExport> page(@Param("before") long before, @Param("limit") int limit);

    @Select("SELECT number FROM submission WHERE export_id = #{exportId} ORDER BY id")
    List<String> batches(long exportId);

    /** None or one; a list, since a mapper would take the bytes for many results. */
    @Select("SELECT sealed FROM ministry_export_part WHERE export_id = #{exportId} AND part_no = #{partNo}")
    List<byte[]> part(@Param("exportId") long exportId, @Param("partNo") int partNo);

    /** What is approved, the most urgent first. */
    @Select("""
            SELECT number FROM submission FORCE INDEX (ix_submission_queue_stage)
            WHERE stage = 'PROVINCE_APPROVED' ORDER BY due_on, id LIMIT #{limit}""")
    List<String> approved(int limit);

    /** Waits for whoever acts on one of them, and makes others wait. */
    @Select("""
            <script>
            SELECT id FROM submission WHERE number IN
            <foreach collection="numbers" item="n" open="(" separator="," close=")">#{n}</foreach>
            ORDER BY id FOR UPDATE
            </script>""")
    List<Long> lock(@Param("numbers") Collection<String> numbers);
}
