package io.zhengxun.registry.account;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface LogInLockMapper {

    @Select("SELECT failures, locked_until FROM log_in_lock WHERE name_key = #{key}")
    LogInLocks.Lock find(byte[] key);

    @Insert("INSERT IGNORE INTO log_in_lock (name_key, failures, last_at) VALUES (#{key}, 0, #{now})")
    void insert(@Param("key") byte[] key, @Param("now") Instant now);

    /** Of several at once, one counts. */
    @Update("""
            UPDATE log_in_lock SET failures = #{failures} + 1, locked_until = #{until}, last_at = #{now}
            WHERE name_key = #{key} AND failures = #{failures} AND (locked_until IS NULL OR locked_until <= #{now})""")
    int count(
            @Param("key") byte[] key,
            @Param("failures") int failures,
            @Param("until") Instant until,
            @Param("now") Instant now);

    @Delete("DELETE FROM log_in_lock WHERE name_key = #{key}")
    void forget(byte[] key);

    @Delete("DELETE FROM log_in_lock WHERE last_at < #{before} ORDER BY last_at LIMIT 100")
    void forgetOld(Instant before);
}
