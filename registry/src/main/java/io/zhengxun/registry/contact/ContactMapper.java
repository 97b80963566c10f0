package io.zhengxun.registry.contact;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ContactMapper {

    String COLUMNS = """
            id, institution_id, region_code, username, name, duties, channels, open_id_sealed, mini_id_sealed,
            email_sealed, mobile_sealed, state, bound_at, unfollowed_at, ended_at, replaces_id, version""";

    @Select("<script>SELECT " + COLUMNS + " FROM contact WHERE id IN"
            + " <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach></script>")
    List<ContactRow> byIds(@Param("ids") Collection<Long> ids);

    @Select("<script>SELECT " + COLUMNS + " FROM contact FORCE INDEX (ix_contact_institution) WHERE institution_id IN"
            + " <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach>"
            + " AND lasting_mark = 1 ORDER BY institution_id, id</script>")
    List<ContactRow> lastingOfInstitutions(@Param("ids") Collection<Long> institutionIds);

    @Select("<script>SELECT " + COLUMNS + " FROM contact FORCE INDEX (ix_contact_region) WHERE region_code IN"
            + " <foreach collection='codes' item='c' open='(' separator=',' close=')'>#{c}</foreach>"
            + " AND lasting_mark = 1 AND institution_id IS NULL ORDER BY region_code, id</script>")
    List<ContactRow> lastingOfCentres(@Param("codes") Collection<String> regionCodes);

    @Select("<script>SELECT " + COLUMNS + " FROM contact FORCE INDEX (ix_contact_open_id) WHERE open_id_hash IN"
            + " <foreach collection='hashes' item='h' open='(' separator=',' close=')'>#{h}</foreach>"
            + " AND lasting_mark = 1 ORDER BY id</script>")
    List<ContactRow> lastingByOpenId(@Param("hashes") Collection<byte[]> hashes);
}
