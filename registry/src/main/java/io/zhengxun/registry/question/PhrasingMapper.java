package io.zhengxun.registry.question;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface PhrasingMapper {

    String PHRASING = "SELECT id, text, intent_code, taught_by, taught_at FROM taught_phrasing";

    @Select("SELECT number FROM phrasing_edition WHERE id = 1")
    long edition();

    /** Also keeps others from teaching until the transaction ends. */
    @Update("UPDATE phrasing_edition SET number = number + 1 WHERE id = 1")
    void count();

    @Select("SELECT COUNT(*) FROM taught_phrasing")
    int taught();

    @Insert("""
            INSERT INTO taught_phrasing (text, intent_code, taught_by, taught_at)
            VALUES (#{p.text}, #{p.intentCode}, #{p.taughtBy}, #{p.taughtAt})""")
    void teach(@Param("p") TaughtPhrasing phrasing);

    @Select(PHRASING + " ORDER BY id DESC LIMIT #{most}")
    List<TaughtPhrasing> latest(int most);

    @Select(PHRASING + " WHERE id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<TaughtPhrasing> page(@Param("before") long before, @Param("limit") int limit);

    @Select(PHRASING + " WHERE id = #{id} FOR UPDATE")
    TaughtPhrasing held(long id);

    @Delete("DELETE FROM taught_phrasing WHERE id = #{id}")
    void withdraw(long id);
}
