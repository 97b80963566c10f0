package io.zhengxun.registry.audit;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface QueryTrailMapper {

    @Insert("""
            <script>
            INSERT INTO query_trail (asked_at, channel, asker_hash, number_hash, id_hash, masked_number, masked_name,
                masked_id, outcome) VALUES
            <foreach collection="queries" item="q" separator=",">
                (#{q.askedAt}, #{q.channel}, #{q.askerHash}, #{q.target.numberHash}, #{q.target.idHash},
                #{q.masked.number}, #{q.masked.name}, #{q.masked.idNumber}, #{q.outcome})
            </foreach>
            </script>""")
    void insertAll(@Param("queries") List<Query> queries);

    @Select("""
            <script>
            SELECT asked_at, channel, outcome, masked_number, masked_name, masked_id
            FROM query_trail FORCE INDEX (ix_query_trail_number) WHERE number_hash IN
            <foreach collection="hashes" item="h" open="(" separator="," close=")">#{h}</foreach>
            ORDER BY asked_at DESC LIMIT #{limit}
            </script>""")
    List<LookUp> ofNumber(@Param("hashes") List<byte[]> numberHashes, @Param("limit") int limit);
}
