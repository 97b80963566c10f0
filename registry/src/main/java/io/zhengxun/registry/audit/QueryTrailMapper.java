package io.zhengxun.registry.audit;

import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

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
}
