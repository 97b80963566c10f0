package io.zhengxun.registry.identity;

import io.zhengxun.registry.certificate.IdType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface IdentityMapper {

    /** Filled with its id when it is inserted. */
    final class New {
        Long id;
        byte[] openIdHash;
        byte[] nameSealed;
        IdType idType;
        byte[] idNumberSealed;
        byte[] idNumberHash;
        String consentVersion;
        Instant consentedAt;
    }

    String HASHES = " IN <foreach collection='hashes' item='h' open='(' separator=',' close=')'>#{h}</foreach> ";

    @Insert("""
            INSERT INTO bound_identity (open_id_hash, name_sealed, id_type, id_number_sealed, id_number_hash,
                consent_version, consented_at)
            VALUES (#{openIdHash}, #{nameSealed}, #{idType}, #{idNumberSealed}, #{idNumberHash}, #{consentVersion},
                #{consentedAt})""")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(New identity);

    /** After a rotation of keys still one: binding again deletes the earlier line. */
    @Select("<script>SELECT id, name_sealed, id_type, id_number_sealed, consent_version, consented_at FROM bound_identity"
            + " WHERE open_id_hash" + HASHES + "ORDER BY id DESC LIMIT 1</script>")
    BoundIdentityRow ofPerson(@Param("hashes") Collection<byte[]> hashes);

    @Select("<script>SELECT COUNT(*) FROM bound_identity WHERE id_number_hash" + HASHES + "AND open_id_hash NOT IN"
            + " <foreach collection='but' item='b' open='(' separator=',' close=')'>#{b}</foreach></script>")
    int countOfOthers(@Param("hashes") Collection<byte[]> numbers, @Param("but") Collection<byte[]> openIds);

    @Select("<script>SELECT id FROM bound_identity WHERE open_id_hash" + HASHES + "ORDER BY id FOR UPDATE</script>")
    List<Long> lockedOfPerson(@Param("hashes") Collection<byte[]> hashes);

    @Delete("<script>DELETE FROM bound_identity WHERE id"
            + " IN <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach></script>")
    void delete(@Param("ids") Collection<Long> ids);
}
