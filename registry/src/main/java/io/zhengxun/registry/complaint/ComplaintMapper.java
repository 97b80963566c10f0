package io.zhengxun.registry.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ComplaintMapper {

    /** In the order of the record's components. */
    String COLUMNS = """
            id, number, category, state, institution_id, region_code, assigned_to, asked_mark IS NOT NULL AS asked, filed_at,
            answered_at, closed_at, reopened_at, due_on, version""";
    String HASHES = " IN <foreach collection='hashes' item='h' open='(' separator=',' close=')'>#{h}</foreach> ";
    String IDS = " IN <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach> ";

    record Filed(
            String number, ComplaintCategory category, Long institutionId, String regionCode, Sealed sealed, byte[] key,
            Instant at) {}

    record Sealed(byte[] openId, byte[] openIdHash, byte[] contact) {}

    @Insert("""
            INSERT INTO complaint (number, category, state, institution_id, region_code, open_id_sealed, open_id_hash,
                contact_sealed, filing_key, filed_at, version)
            VALUES (#{number}, #{category}, 'RECEIVED', #{institutionId}, #{regionCode}, #{sealed.openId},
                #{sealed.openIdHash}, #{sealed.contact}, #{key}, #{at}, 0)""")
    void insert(Filed filed);

    record NewEntry(long complaintId, ComplaintEntry.Kind kind, byte[] sealed, String by, Instant at) {}

    @Insert("""
            INSERT INTO complaint_entry (complaint_id, kind, text_sealed, written_by, written_at)
            VALUES (#{complaintId}, #{kind}, #{sealed}, #{by}, #{at})""")
    void insertEntry(NewEntry entry);

    /** 0 rows: somebody else acted first. */
    @Update("""
            UPDATE complaint SET state = #{to.state}, institution_id = #{to.institutionId}, assigned_to = #{to.assignedTo},
                asked_mark = IF(#{to.asked}, 1, NULL), answered_at = #{to.answeredAt}, closed_at = #{to.closedAt},
                reopened_at = #{to.reopenedAt}, version = version + 1
            WHERE id = #{from.id} AND state = #{from.state} AND version = #{from.version}""")
    int move(@Param("from") Complaint from, @Param("to") Complaint to);

    @Update("UPDATE complaint SET due_on = #{dueOn} WHERE id = #{id}")
    void setDueOn(@Param("id") long id, @Param("dueOn") LocalDate dueOn);

    @Select("SELECT " + COLUMNS + " FROM complaint WHERE number = #{number}")
    Complaint byNumber(String number);

    @Select("<script>SELECT " + COLUMNS + " FROM complaint WHERE number IN"
            + " <foreach collection='numbers' item='n' open='(' separator=',' close=')'>#{n}</foreach></script>")
    List<Complaint> byNumbers(@Param("numbers") Collection<String> numbers);

    /** As committed last, whatever the transaction has read before. */
    @Select("SELECT " + COLUMNS + " FROM complaint WHERE id = #{id} LOCK IN SHARE MODE")
    Complaint byIdAsCommitted(long id);

    @Select("<script>SELECT " + COLUMNS + " FROM complaint WHERE id" + IDS + "</script>")
    List<Complaint> byIds(@Param("ids") Collection<Long> ids);

    @Select("<script>SELECT " + COLUMNS + " FROM complaint WHERE filing_key" + HASHES + "</script>")
    List<Complaint> byKeys(@Param("hashes") Collection<byte[]> hashes);

    /** The newest first. */
    @Select("<script>SELECT " + COLUMNS + " FROM complaint FORCE INDEX (ix_complaint_person) WHERE open_id_hash" + HASHES
            + "ORDER BY id DESC LIMIT #{limit}</script>")
    List<Complaint> ofPerson(@Param("hashes") Collection<byte[]> hashes, @Param("limit") int limit);

    @Select("<script>SELECT id FROM complaint FORCE INDEX (ix_complaint_person) WHERE open_id_hash" + HASHES + "</script>")
    List<Long> idsOfPerson(@Param("hashes") Collection<byte[]> hashes);

    @Select("<script>SELECT COUNT(*) FROM complaint FORCE INDEX (ix_complaint_person) WHERE open_id_hash" + HASHES
            + "AND state != 'CLOSED'</script>")
    int countOpen(@Param("hashes") Collection<byte[]> hashes);

    record Entry(ComplaintEntry.Kind kind, byte[] textSealed, String writtenBy, Instant writtenAt) {}

    @Select("""
            SELECT kind, text_sealed, written_by, written_at FROM complaint_entry
            WHERE complaint_id = #{id} ORDER BY id LIMIT #{limit}""")
    List<Entry> entries(@Param("id") long id, @Param("limit") int limit);

    record Contact(long id, byte[] contactSealed) {}

    @Select("SELECT id, contact_sealed FROM complaint WHERE id = #{id}")
    Contact contact(long id);

    record Person(long id, byte[] openIdSealed) {}

    @Select("<script>SELECT id, open_id_sealed FROM complaint WHERE open_id_sealed IS NOT NULL AND id" + IDS + "</script>")
    List<Person> persons(@Param("ids") Collection<Long> ids);

    @Update("<script>UPDATE complaint SET open_id_sealed = NULL, open_id_hash = NULL, contact_sealed = NULL"
            + " WHERE open_id_hash" + HASHES + "</script>")
    void forget(@Param("hashes") Collection<byte[]> hashes);
}
