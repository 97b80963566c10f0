package io.zhengxun.registry.submission.review;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ReturnReasonMapper {

    /** In the order of the record's components. */
    String COLUMNS = "code, wording, active, changed_by, changed_at, version";

    @Select("SELECT " + COLUMNS + " FROM return_reason ORDER BY id")
    List<ReturnReason> all();

    @Select("SELECT " + COLUMNS + " FROM return_reason WHERE code = #{code}")
    ReturnReason byCode(String code);

    /** As committed last; it stays so until the caller's transaction ends. */
    @Select("SELECT " + COLUMNS + " FROM return_reason WHERE code = #{code} FOR UPDATE")
    ReturnReason held(String code);

    @Insert("""
            INSERT INTO return_reason (code, wording, active, changed_by, changed_at, version)
            VALUES (#{form.code}, #{form.wording}, TRUE, #{by}, #{at}, 0)""")
    void insert(@Param("form") ReturnReasonForm form, @Param("by") String by, @Param("at") Instant at);

    @Update("""
            UPDATE return_reason SET wording = #{wording}, active = #{active}, changed_by = #{changedBy},
                changed_at = #{changedAt}, version = #{version}
            WHERE code = #{code}""")
    void change(ReturnReason to);
}
