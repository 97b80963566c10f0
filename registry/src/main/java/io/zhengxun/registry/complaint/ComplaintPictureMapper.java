package io.zhengxun.registry.complaint;

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
interface ComplaintPictureMapper {

    @Insert("""
            INSERT INTO complaint_picture (complaint_id, position, media_sealed, state, next_try_at, tries)
            VALUES (#{complaintId}, #{position}, #{media}, 'WAITING', #{at}, 0)""")
    void insert(
            @Param("complaintId") long complaintId, @Param("position") int position, @Param("media") byte[] media,
            @Param("at") Instant at);

    @Select("SELECT position, state FROM complaint_picture WHERE complaint_id = #{complaintId} ORDER BY position")
    List<ComplaintPicture> of(long complaintId);

    record Due(long id, byte[] mediaSealed, Instant filedAt, int tries, Instant nextTryAt) {}

    @Select("""
            SELECT p.id, p.media_sealed, c.filed_at, p.tries, p.next_try_at
            FROM complaint_picture p FORCE INDEX (ix_complaint_picture_try) JOIN complaint c ON c.id = p.complaint_id
            WHERE p.state = 'WAITING' AND p.next_try_at <= #{now} ORDER BY p.next_try_at, p.id LIMIT #{limit}""")
    List<Due> due(@Param("now") Instant now, @Param("limit") int limit);

    /** 0 rows: another worker was first. */
    @Update("""
            UPDATE complaint_picture SET next_try_at = #{until}, tries = tries + 1
            WHERE id = #{due.id} AND state = 'WAITING' AND next_try_at = #{due.nextTryAt}""")
    int claim(@Param("due") Due due, @Param("until") Instant until);

    /** 0 rows: it was forgotten, or is somebody else's meanwhile. */
    @Update("UPDATE complaint_picture SET next_try_at = #{at} WHERE id = #{mine.id} AND state = 'WAITING'"
            + " AND next_try_at = #{mine.until}")
    int postpone(@Param("mine") WaitingPicture mine, @Param("at") Instant at);

    /** 0 rows as above. */
    @Update("""
            UPDATE complaint_picture SET state = #{state}, content_type = #{type}, media_sealed = NULL
            WHERE id = #{mine.id} AND state = 'WAITING' AND next_try_at = #{mine.until}""")
    int end(
            @Param("mine") WaitingPicture mine, @Param("state") ComplaintPicture.State state,
            @Param("type") PictureType type);

    @Insert("INSERT INTO complaint_picture_content (picture_id, sealed) VALUES (#{id}, #{sealed})")
    void insertContent(@Param("id") long id, @Param("sealed") byte[] sealed);

    record Content(PictureType contentType, byte[] sealed) {}

    @Select("""
            SELECT p.content_type, c.sealed FROM complaint_picture p JOIN complaint_picture_content c ON c.picture_id = p.id
            WHERE p.complaint_id = #{complaintId} AND p.position = #{position}""")
    Content content(@Param("complaintId") long complaintId, @Param("position") int position);

    /** With what was fetched. */
    @Delete("<script>DELETE FROM complaint_picture WHERE complaint_id" + ComplaintMapper.IDS + "</script>")
    void deleteOf(@Param("ids") Collection<Long> complaintIds);
}
