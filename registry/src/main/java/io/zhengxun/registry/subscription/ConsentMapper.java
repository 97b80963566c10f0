package io.zhengxun.registry.subscription;

import io.zhengxun.registry.notice.Channel;
import io.zhengxun.registry.notice.NoticeKind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ConsentMapper {

    String HASHES = " IN <foreach collection='hashes' item='h' open='(' separator=',' close=')'>#{h}</foreach> ";
    String OF_KEY = "WHERE user_hash" + HASHES + "AND channel = #{k.channel} AND kind = #{k.kind} ";

    record Balance(byte[] userHash, Channel channel, NoticeKind kind, int balance) {}

    @Select("<script>SELECT user_hash, channel, kind, balance FROM consent WHERE user_hash" + HASHES
            + "AND balance > 0</script>")
    List<Balance> balances(@Param("hashes") Collection<byte[]> hashes);

    /** 0 if that source was counted before. */
    @Insert("""
            INSERT IGNORE INTO consent_change (user_hash, channel, kind, cause, source, changed_at)
            VALUES (#{hash}, #{c.key.channel}, #{c.key.kind}, #{c.cause}, #{source}, #{c.at})""")
    int record(@Param("hash") byte[] hash, @Param("source") byte[] source, @Param("c") ConsentChange change);

    /** A consent that is older than a refusal died with it, in whatever order WeChat told of the two. */
    @Insert("""
            INSERT INTO consent (user_hash, channel, kind, balance) VALUES (#{hash}, #{k.channel}, #{k.kind}, 1)
            ON DUPLICATE KEY UPDATE
                balance = balance + CASE WHEN refused_at IS NULL OR refused_at < #{at} THEN 1 ELSE 0 END""")
    void add(@Param("hash") byte[] hash, @Param("k") ConsentKey key, @Param("at") Instant at);

    /** One less, of whichever line has some: after a rotation of keys there may be two. */
    @Update("<script>UPDATE consent SET balance = balance - 1 " + OF_KEY
            + "AND balance > 0 ORDER BY balance DESC LIMIT 1</script>")
    void take(@Param("hashes") Collection<byte[]> hashes, @Param("k") ConsentKey key);

    @Update("<script>UPDATE consent SET balance = 0, refused_at = #{at} " + OF_KEY
            + "AND (refused_at IS NULL OR refused_at &lt; #{at})</script>")
    void clear(@Param("hashes") Collection<byte[]> hashes, @Param("k") ConsentKey key, @Param("at") Instant at);

    @Insert("""
            INSERT INTO consent (user_hash, channel, kind, balance, refused_at)
            VALUES (#{hash}, #{k.channel}, #{k.kind}, 0, #{at}) ON DUPLICATE KEY UPDATE balance = balance""")
    void refuse(@Param("hash") byte[] hash, @Param("k") ConsentKey key, @Param("at") Instant at);

    @Delete("<script>DELETE FROM consent WHERE user_hash" + HASHES + "</script>")
    void forget(@Param("hashes") Collection<byte[]> hashes);

    @Delete("<script>DELETE FROM consent_change WHERE user_hash" + HASHES + "</script>")
    void forgetChanges(@Param("hashes") Collection<byte[]> hashes);
}
