package io.zhengxun.registry.audit;

import java.util.Collection;
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
            FROM audit_entry WHERE subject_kind = #{kind} AND subject_key = #{key} ORDER BY at, id""")
    List<EntryRow> ofSubject(Deed.Subject subject);

    @Select("<script>SELECT " + COLUMNS + """
            FROM audit_entry
            <where>
                <if test="f.subject != null">
                    AND subject_kind = #{f.subject.kind} AND subject_key = #{f.subject.key}
                </if>
                <if test="f.username != null">AND username = #{f.username}</if>
                <if test="f.act != null">AND act = #{f.act}</if>
                <if test="f.from != null">AND at &gt;= #{f.from}</if>
                <if test="f.until != null">AND at &lt; #{f.until}</if>
                <if test="k != null">AND at &lt;= #{k.at} AND (at &lt; #{k.at} OR id &lt; #{k.id})</if>
            </where>
            ORDER BY at DESC, id DESC LIMIT #{limit}
            </script>""")
    List<EntryRow> page(@Param("f") AuditFilter filter, @Param("k") AuditKey after, @Param("limit") int limit);

    /** The entries of the places with their neighbours. */
    @Select("<script>SELECT " + COLUMNS + """
            FROM audit_entry WHERE
            <foreach collection="places" item="p" separator=" OR ">
                chain = #{p.chain} AND seq BETWEEN #{p.seq} - 1 AND #{p.seq} + 1
            </foreach>
            </script>""")
    List<EntryRow> around(@Param("places") Collection<AuditEntry.Place> places);

    /** A stretch of a chain in its order. */
    @Select("SELECT " + COLUMNS + """
            FROM audit_entry WHERE chain = #{chain} AND seq > #{after} AND seq <= #{until} ORDER BY seq LIMIT #{limit}""")
    List<EntryRow> stretch(
            @Param("chain") int chain, @Param("after") long after, @Param("until") long until, @Param("limit") int limit);

    @Select("SELECT chain, seq, hash, stamp FROM audit_head ORDER BY chain")
    List<Head> heads();

    /** Chains that have entries, whether or not they should. */
    @Select("SELECT DISTINCT chain FROM audit_entry ORDER BY chain")
    List<Integer> chainsWithEntries();

    /** Head and last entry as of one moment. */
    @Select("""
            SELECT h.chain, h.seq, h.hash, h.stamp,
                (SELECT COALESCE(MAX(e.seq), 0) FROM audit_entry e WHERE e.chain = h.chain) AS last_seq
            FROM audit_head h WHERE h.chain = #{chain}""")
    ChainEnd end(int chain);

    record ChainEnd(int chain, long seq, byte[] hash, byte[] stamp, long lastSeq) {

        Head head() {
            return new Head(chain, seq, hash, stamp);
        }
    }
}
