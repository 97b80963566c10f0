package io.zhengxun.registry.request;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RequestKeyMapper {

    record Answered(byte[] requestStamp, byte[] answer) {}

    @Insert("""
            INSERT INTO request_key (username, request_key, request_stamp, created_at)
            VALUES (#{k.username}, #{k.key}, #{stamp}, #{at})""")
    void claim(@Param("k") RequestKey key, @Param("stamp") byte[] stamp, @Param("at") Instant at);

    @Update("UPDATE request_key SET answer = #{answer} WHERE username = #{k.username} AND request_key = #{k.key}")
    void answer(@Param("k") RequestKey key, @Param("answer") byte[] answer);

    /** As committed last, whatever the transaction has read before. */
    @Select("""
            SELECT request_stamp, answer FROM request_key
            WHERE username = #{username} AND request_key = #{key} LOCK IN SHARE MODE""")
    Answered answered(RequestKey key);

    @Delete("DELETE FROM request_key WHERE created_at < #{before} ORDER BY created_at LIMIT #{limit}")
    int deleteOlder(@Param("before") Instant before, @Param("limit") int limit);
}
