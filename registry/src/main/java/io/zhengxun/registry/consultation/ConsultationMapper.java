package io.zhengxun.registry.consultation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ConsultationMapper {

    String SELECT = "<script>SELECT id, number, open_id_sealed, origin, intent, state, opened_at, due_at, last_message_at,"
            + " messages, taken_by, answered_at, closed_at, version FROM consultation ";
    String HASHES = " IN <foreach collection='hashes' item='h' open='(' separator=',' close=')'>#{h}</foreach> ";

    /** Who asks, and what the row is found by. */
    record Person(byte[] sealed, byte[] hash) {}

    record MessageRow(
            long id, long consultationId, ConsultationMessage.Author author, byte[] textSealed, Instant saidAt, String saidBy) {}

    @Insert("""
            INSERT INTO consultation (number, open_id_sealed, open_id_hash, origin, intent, state, opened_at, due_at,
                last_message_at, messages, open_mark, version)
            VALUES (#{c.number}, #{p.sealed}, #{p.hash}, #{c.origin}, #{c.intent}, #{c.state}, #{c.openedAt}, #{c.dueAt},
                #{c.lastMessageAt}, 0, 1, 0)""")
    void insert(@Param("c") Consultation consultation, @Param("p") Person person);

    @Select(SELECT + "FORCE INDEX (uq_consultation_open) WHERE open_id_hash" + HASHES
            + "AND open_mark = 1 ORDER BY id DESC LIMIT 1 FOR UPDATE</script>")
    ConsultationRow lockedOpenOf(@Param("hashes") Collection<byte[]> hashes);

    @Select(SELECT + "FORCE INDEX (uq_consultation_open) WHERE open_id_hash" + HASHES
            + "AND open_mark = 1 ORDER BY id DESC LIMIT 1</script>")
    ConsultationRow openOf(@Param("hashes") Collection<byte[]> hashes);

    @Select(SELECT + "FORCE INDEX (ix_consultation_person) WHERE open_id_hash" + HASHES
            + "ORDER BY id DESC LIMIT 1</script>")
    ConsultationRow latestOf(@Param("hashes") Collection<byte[]> hashes);

    @Select(SELECT + "WHERE id IN <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach></script>")
    List<ConsultationRow> byIds(@Param("ids") Collection<Long> ids);

    @Select(SELECT + "WHERE number IN"
            + " <foreach collection='numbers' item='n' open='(' separator=',' close=')'>#{n}</foreach></script>")
    List<ConsultationRow> byNumbers(@Param("numbers") Collection<String> numbers);

    @Select(SELECT + "WHERE number = #{number} FOR UPDATE</script>")
    ConsultationRow lockedByNumber(@Param("number") String number);

    /** By due date; those of one state, or all for which somebody waits. */
    @Select(SELECT + """
            <choose>
            <when test="state != null">FORCE INDEX (ix_consultation_state) WHERE state = #{state}</when>
            <otherwise>FORCE INDEX (ix_consultation_queue) WHERE open_mark = 1</otherwise>
            </choose>
            <if test="after != null">
            AND due_at &gt;= #{after.dueAt} AND (due_at &gt; #{after.dueAt} OR id &gt; #{after.id})
            </if>
            ORDER BY due_at, id LIMIT #{limit}
            </script>""")
    List<ConsultationRow> page(
            @Param("state") ConsultationState state, @Param("after") ConsultationPlace after, @Param("limit") int limit);

    /** 0 if it is no longer as it was read. */
    @Update("""
            UPDATE consultation SET state = #{to.state}, due_at = #{to.dueAt}, last_message_at = #{to.lastMessageAt},
                taken_by = #{to.takenBy}, answered_at = #{to.answeredAt}, closed_at = #{to.closedAt},
                open_mark = CASE WHEN #{to.state} IN ('WAITING', 'TAKEN') THEN 1 ELSE NULL END, version = version + 1
            WHERE id = #{to.id} AND state = #{from.state} AND version = #{from.version}""")
    int move(@Param("from") Consultation from, @Param("to") Consultation to);

    @Update("UPDATE consultation SET messages = messages + 1 WHERE id = #{id}")
    void count(long id);

    @Insert("""
            INSERT INTO consultation_message (consultation_id, author, text_sealed, said_at, said_by)
            VALUES (#{consultationId}, #{author}, #{textSealed}, #{saidAt}, #{saidBy})""")
    void insertMessage(MessageRow message);

    /** In the transaction that wrote it. */
    @Select("SELECT MAX(id) FROM consultation_message FORCE INDEX (ix_consultation_message) WHERE consultation_id = #{id}")
    long latestMessage(long id);

    @Select("""
            SELECT id, consultation_id, author, text_sealed, said_at, said_by
            FROM consultation_message FORCE INDEX (ix_consultation_message) WHERE consultation_id = #{id} ORDER BY id""")
    List<MessageRow> messages(long id);

    @Select("SELECT id, consultation_id, author, text_sealed, said_at, said_by FROM consultation_message WHERE id = #{id}")
    MessageRow message(long id);

    @Update("<script>UPDATE consultation_message m JOIN consultation c ON c.id = m.consultation_id SET m.text_sealed = NULL"
            + " WHERE c.open_id_hash" + HASHES + "</script>")
    void forgetTexts(@Param("hashes") Collection<byte[]> hashes);

    @Update("<script>UPDATE consultation SET state = 'CLOSED', closed_at = COALESCE(closed_at, #{at}), open_mark = NULL,"
            + " open_id_sealed = NULL, open_id_hash = NULL, version = version + 1 WHERE open_id_hash" + HASHES + "</script>")
    void forget(@Param("hashes") Collection<byte[]> hashes, @Param("at") Instant at);
}
