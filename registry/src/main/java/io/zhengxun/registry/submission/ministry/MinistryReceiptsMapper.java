package io.zhengxun.registry.submission.ministry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface MinistryReceiptsMapper {

    /** In the order of the record's components. */
    String SELECT = """
            SELECT id, number, LOWER(HEX(digest)) digest, published_rows, returned_rows, unchanged_rows, imported_by,
                imported_at
            FROM ministry_receipts\040""";

    /** When a batch went to the ministry. */
    record Sent(long batchId, Instant at) {}

    /** A return that the ministry's receipts brought for a certificate earlier. */
    record EarlierReturn(long certificateId, long returnId, String reason, Instant recordedAt) {}

    @Insert("""
            INSERT INTO ministry_receipts (number, digest, published_rows, returned_rows, unchanged_rows, imported_by,
                imported_at)
            VALUES (#{number}, #{digest}, #{t.published}, #{t.returned}, #{t.unchanged}, #{by}, #{at})""")
    void insert(
            @Param("number") String number,
            @Param("digest") byte[] digest,
            @Param("t") Judgement.Count count,
            @Param("by") String by,
            @Param("at") Instant at);

    @Select(SELECT + "WHERE number = #{number}")
    ReceiptsImport byNumber(String number);

    @Select(SELECT + "WHERE digest = #{digest} ORDER BY id LIMIT 1")
    ReceiptsImport byDigest(byte[] digest);

    @Select(SELECT + "WHERE id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<ReceiptsImport> page(@Param("before") long before, @Param("limit") int limit);

    /** Waits for whoever acts on one of them, and makes others wait. */
    @Select("""
            <script>
            SELECT id FROM submission WHERE id IN
            <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            ORDER BY id FOR UPDATE
            </script>""")
    List<Long> lock(@Param("ids") Collection<Long> ids);

    @Select("""
            <script>
            SELECT s.id, COALESCE(e.exported_at, s.desk_received_at) FROM submission s
            LEFT JOIN ministry_export e ON e.id = s.export_id
            WHERE s.id IN <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    List<Sent> sent(@Param("ids") Collection<Long> ids);

    @Select("""
            <script>
            SELECT w.certificate_id, w.return_id, w.remark, r.recorded_at FROM return_row w
            JOIN submission_return r ON r.id = w.return_id
            WHERE r.returned_by = 'MINISTRY' AND w.certificate_id IN
            <foreach collection="ids" item="i" open="(" separator="," close=")">#{i}</foreach>
            </script>""")
    List<EarlierReturn> earlierReturns(@Param("ids") Collection<Long> ids);
}
