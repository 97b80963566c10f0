package io.zhengxun.registry.audit;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Entries are inserted and read, never changed. */
@Mapper
interface AuditMapper {

    String COLUMNS = """
            id, chain, seq, at, username, name, role, address, act, subject_kind, subject_key, before_values,
            after_values, previous_hash, hash\s""";

    /** The head unless another act holds it just now. */
    @Select("SELECT chain, seq, hash, stamp FROM audit_head WHERE chain = #{chain} FOR UPDATE SKIP LOCKED")
    Head lockIfFree(int chain);

    @Select("SELECT chain, seq, hash, stamp FROM audit_head WHERE chain = #{chain} FOR UPDATE")
    Head lock(int chain);

    @Insert("""
            <script>
            INSERT INTO audit_entry (chain, seq, at, username, name, role, address, act, subject_kind, subject_key,
                before_values, after_values, previous_hash, hash) VALUES
            <foreach collection="entries" item="e" separator=",">
                (#{e.chain}, #{e.seq}, #{e.at}, #{e.username}, #{e.name}, #{e.role}, #{e.address}, #{e.act},
                #{e.subjectKind}, #{e.subjectKey}, #{e.beforeValues}, #{e.afterValues}, #{e.previousHash}, #{e.hash})
            </foreach>
            </script>""")
    void insertAll(@Param("entries") List<EntryRow> entries);

    @Update("UPDATE audit_head SET seq = #{seq}, hash = #{hash}, stamp = #{stamp} WHERE chain = #{chain}")
    void move(Head head);

    @Select("SELECT " + COLUMNS + """
            FROM audit_entry WHERE subject_kind = #{kind} AND subject_key = #{key} ORDER BY id""")
    List<EntryRow> ofSubject(@Param("kind") String kind, @Param("key") String key);
}
