package io.zhengxun.registry.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

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

    @Select("<script>SELECT COUNT(*) FROM contact FORCE INDEX (ix_contact_open_id) WHERE open_id_hash IN"
            + " <foreach collection='hashes' item='h' open='(' separator=',' close=')'>#{h}</foreach>"
            + " AND lasting_mark = 1 AND unfollowed_at IS NOT NULL</script>")
    int countUnfollowed(@Param("hashes") Collection<byte[]> hashes);

    @Select("SELECT " + COLUMNS + " FROM contact WHERE id = #{id} FOR UPDATE")
    ContactRow lockedById(long id);

    @Select("SELECT id FROM contact FORCE INDEX (uq_contact_account) WHERE username = #{username} AND lasting_mark = 1")
    List<Long> idsOfAccount(String username);

    @Select("SELECT COUNT(*) FROM contact FORCE INDEX (uq_contact_successor) WHERE replaces_id = #{id} AND lasting_mark = 1")
    int waitingSuccessors(long id);

    /** Those who took over from the contacts, or are to as soon as they are bound. */
    @Select("<script>SELECT " + COLUMNS + " FROM contact FORCE INDEX (uq_contact_successor) WHERE replaces_id IN"
            + " <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach>"
            + " AND (lasting_mark = 1 OR bound_at IS NOT NULL) ORDER BY id</script>")
    List<ContactRow> successors(@Param("ids") Collection<Long> ids);

    @Select("""
            <script>
            SELECT\040""" + COLUMNS + """
             FROM contact
            <choose>
            <when test="f.unfollowed">FORCE INDEX (ix_contact_unfollowed)</when>
            <when test="f.institutionId != null or f.within.institutionId != null">
            FORCE INDEX (ix_contact_institution)</when>
            <when test="f.centre != null or f.within.regionCode != null">FORCE INDEX (ix_contact_region_list)</when>
            </choose>
            WHERE id &lt; #{f.before}
            <if test="f.unfollowed">AND lasting_mark = 1 AND unfollowed_at IS NOT NULL</if>
            <if test="f.institutionId != null">AND institution_id = #{f.institutionId}</if>
            <if test="f.centre != null">AND region_code = #{f.centre} AND institution_id IS NULL</if>
            <if test="f.within.institutionId != null">AND institution_id = #{f.within.institutionId}</if>
            <if test="f.within.regionCode != null">AND region_code = #{f.within.regionCode}</if>
            <if test="f.state != null">AND state = #{f.state}</if>
            ORDER BY id DESC LIMIT #{f.limit}
            </script>""")
    List<ContactRow> page(@Param("f") ContactFilter filter);

    @Insert("""
            INSERT INTO contact (institution_id, region_code, username, name, duties, channels, email_sealed,
                mobile_sealed, state, replaces_id, lasting_mark, created_by, created_at, version)
            VALUES (#{o.institutionId}, #{o.regionCode}, #{c.username}, #{c.name}, #{c.duties}, #{c.channels},
                #{c.emailSealed}, #{c.mobileSealed}, 'INVITED', #{replaces}, 1, #{by}, #{at}, 0)""")
    @Options(useGeneratedKeys = true, keyProperty = "c.id")
    void insert(
            @Param("c") ContactWrite contact,
            @Param("o") Owner owner,
            @Param("replaces") Long replacesId,
            @Param("by") String by,
            @Param("at") Instant at);

    @Update("""
            UPDATE contact SET username = #{c.username}, name = #{c.name}, duties = #{c.duties},
                channels = #{c.channels}, email_sealed = #{c.emailSealed}, mobile_sealed = #{c.mobileSealed},
                version = version + 1
            WHERE id = #{id}""")
    void change(@Param("id") long id, @Param("c") ContactWrite contact);

    @Update("""
            UPDATE contact SET state = 'BOUND', bound_at = #{at}, unfollowed_at = NULL, open_id_sealed = #{sealed},
                open_id_hash = #{hash}, version = version + 1
            WHERE id = #{id}""")
    void bind(
            @Param("id") long id, @Param("sealed") byte[] sealed, @Param("hash") byte[] hash, @Param("at") Instant at);

    @Update("""
            UPDATE contact SET state = 'ENDED', ended_at = #{at}, ended_by = #{by}, lasting_mark = NULL,
                open_id_sealed = NULL, open_id_hash = NULL, mini_id_sealed = NULL, mini_id_hash = NULL,
                email_sealed = NULL, mobile_sealed = NULL, unfollowed_at = NULL, version = version + 1
            WHERE id = #{id}""")
    void end(@Param("id") long id, @Param("by") String by, @Param("at") Instant at);

    /**
     * Staff's forms stay good: they do not show it. WeChat's clock counts seconds.
     *
     * @return 0 if the person follows already, or followed or confirmed again later
     */
    @Update("""
            UPDATE contact SET unfollowed_at = #{at} WHERE id = #{id} AND lasting_mark = 1 AND unfollowed_at IS NULL
                AND (followed_at IS NULL OR followed_at <= #{at}) AND bound_at - INTERVAL 1 SECOND < #{at}""")
    int setUnfollowed(@Param("id") long id, @Param("at") Instant at);

    /** @return 0 if the person is known to have left later, or followed later */
    @Update("""
            UPDATE contact SET followed_at = #{at}, unfollowed_at = NULL WHERE id = #{id} AND lasting_mark = 1
                AND (unfollowed_at IS NULL OR unfollowed_at <= #{at})
                AND (followed_at IS NULL OR followed_at <= #{at})""")
    int setFollowing(@Param("id") long id, @Param("at") Instant at);
}
