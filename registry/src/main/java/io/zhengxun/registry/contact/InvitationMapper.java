package io.zhengxun.registry.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface InvitationMapper {

    String HASHES = "<foreach collection='hashes' item='h' open='(' separator=',' close=')'>#{h}</foreach>";

    /** What a person scanned. */
    record Scanned(long invitationId, Instant scannedAt) {}

    @Insert("""
            INSERT INTO invitation (contact_id, scene_hash, state, expires_at, invited_by, invited_at, open_mark)
            VALUES (#{contactId}, #{sceneHash}, 'OPEN', #{expiresAt}, #{invitedBy}, #{invitedAt}, 1)""")
    @Options(useGeneratedKeys = true, keyProperty = "id")
    void insert(InvitationRow row);

    @Select("<script>SELECT id, contact_id, state, expires_at FROM invitation WHERE scene_hash IN " + HASHES + "</script>")
    InvitationRow byScene(@Param("hashes") Collection<byte[]> hashes);

    @Select("""
            <script>
            SELECT id, contact_id, invited_by, expires_at FROM invitation FORCE INDEX (uq_invitation_open)
            WHERE contact_id IN <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach>
                AND open_mark = 1 AND expires_at &gt; #{now}
            </script>""")
    List<Invitations.Open> openOf(@Param("ids") Collection<Long> contactIds, @Param("now") Instant now);

    @Update("""
            UPDATE invitation SET state = 'REVOKED', open_mark = NULL, closed_at = #{now}
            WHERE contact_id = #{contactId} AND open_mark = 1""")
    int revoke(@Param("contactId") long contactId, @Param("now") Instant now);

    /** 0 rows: another was faster, or it is no longer valid. */
    @Update("""
            UPDATE invitation SET state = 'USED', open_mark = NULL, closed_at = #{now}
            WHERE id = #{id} AND open_mark = 1 AND expires_at > #{now}""")
    int use(@Param("id") long id, @Param("now") Instant now);

    @Insert("""
            INSERT INTO invitation_scan (open_id_hash, invitation_id, scanned_at)
            VALUES (#{hash}, #{invitationId}, #{now})
            ON DUPLICATE KEY UPDATE invitation_id = VALUES(invitation_id), scanned_at = VALUES(scanned_at)""")
    void rememberScan(@Param("hash") byte[] hash, @Param("invitationId") long invitationId, @Param("now") Instant now);

    /** Held, but not its invitation: of two confirmations by one person, the second finds nothing. */
    @Select("<script>SELECT invitation_id, scanned_at FROM invitation_scan WHERE open_id_hash IN " + HASHES
            + " LIMIT 1 FOR UPDATE</script>")
    Scanned lockedScan(@Param("hashes") Collection<byte[]> hashes);

    @Select("SELECT contact_id FROM invitation WHERE id = #{id}")
    long contactOf(long id);

    @Delete("<script>DELETE FROM invitation_scan WHERE open_id_hash IN " + HASHES + "</script>")
    void forgetScans(@Param("hashes") Collection<byte[]> hashes);

    @Delete("DELETE FROM invitation_scan WHERE scanned_at < #{before} ORDER BY scanned_at LIMIT 100")
    void forgetScansBefore(@Param("before") Instant before);
}
