package io.zhengxun.registry.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface HolderSubscriptionMapper {

    String SELECT = "<script>SELECT id, certificate_id, open_id_sealed, state, asked_at, ended_at FROM holder_subscription ";
    String IDS = " IN <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach> ";
    String HASHES = " IN <foreach collection='hashes' item='h' open='(' separator=',' close=')'>#{h}</foreach> ";

    @Insert("""
            INSERT INTO holder_subscription (certificate_id, open_id_sealed, open_id_hash, state, asked_at, open_mark)
            VALUES (#{certificateId}, #{sealed}, #{hash}, 'OPEN', #{at}, 1)""")
    void insert(
            @Param("certificateId") long certificateId,
            @Param("sealed") byte[] sealed,
            @Param("hash") byte[] hash,
            @Param("at") Instant at);

    @Select(SELECT + "WHERE id" + IDS + "</script>")
    List<HolderSubscriptionRow> byIds(@Param("ids") Collection<Long> ids);

    @Select(SELECT + "FORCE INDEX (uq_holder_subscription) WHERE certificate_id" + IDS
            + "AND open_mark = 1 ORDER BY id</script>")
    List<HolderSubscriptionRow> openOfCertificates(@Param("ids") Collection<Long> certificateIds);

    /** The certificates for which a person waits. */
    @Select("<script>SELECT certificate_id FROM holder_subscription FORCE INDEX (ix_holder_subscription_person)"
            + " WHERE open_id_hash" + HASHES + "AND open_mark = 1 ORDER BY id</script>")
    List<Long> openOf(@Param("hashes") Collection<byte[]> hashes);

    @Update("<script>UPDATE holder_subscription SET state = #{state}, ended_at = #{at}, open_mark = NULL,"
            + " kept_until = #{keptUntil} WHERE id" + IDS + "AND open_mark = 1</script>")
    int end(
            @Param("ids") Collection<Long> ids,
            @Param("state") HolderSubscription.State state,
            @Param("at") Instant at,
            @Param("keptUntil") Instant keptUntil);

    @Update("<script>UPDATE holder_subscription SET state = 'CANCELLED', ended_at = #{at}, open_mark = NULL,"
            + " open_id_sealed = NULL, open_id_hash = NULL WHERE open_id_hash" + HASHES + "AND open_mark = 1</script>")
    int cancel(@Param("hashes") Collection<byte[]> hashes, @Param("at") Instant at);

    @Update("<script>UPDATE holder_subscription SET ended_at = COALESCE(ended_at, #{at}), open_mark = NULL,"
            + " state = CASE state WHEN 'OPEN' THEN 'FORGOTTEN' ELSE state END, open_id_sealed = NULL,"
            + " open_id_hash = NULL, kept_until = NULL WHERE open_id_hash" + HASHES + "</script>")
    int forget(@Param("hashes") Collection<byte[]> hashes, @Param("at") Instant at);

    @Update("""
            UPDATE holder_subscription SET open_id_sealed = NULL, open_id_hash = NULL, kept_until = NULL
            WHERE kept_until <= #{now} ORDER BY kept_until LIMIT #{limit}""")
    int forgetEnded(@Param("now") Instant now, @Param("limit") int limit);
}
