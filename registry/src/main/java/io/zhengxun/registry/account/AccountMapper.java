package io.zhengxun.registry.account;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface AccountMapper {

    String ROWS = """
            SELECT a.id, a.username, a.name, a.role, a.institution_id, a.region_code, a.password_hash, a.must_change,
                a.password_set_at, a.totp_sealed, a.totp_confirmed_at, a.external_id, a.epoch, a.disabled_at, a.version,
                r.totp_required
            FROM account a JOIN role_setting r ON r.role = a.role
            """;

    @Select(ROWS + "WHERE a.id = #{id}")
    AccountRow byId(long id);

    @Select(ROWS + "WHERE a.username = #{username}")
    AccountRow byUsername(String username);

    /** As committed last; nobody changes or disables the account until the transaction ends. */
    @Select(ROWS + "WHERE a.username = #{username} LOCK IN SHARE MODE")
    AccountRow heldByUsername(String username);

    @Select(ROWS + "WHERE a.external_id = #{externalId}")
    AccountRow byExternalId(String externalId);

    @Select(ROWS + "WHERE a.username > #{after} ORDER BY a.username LIMIT #{limit}")
    List<AccountRow> page(@Param("after") String after, @Param("limit") int limit);

    @Select("SELECT EXISTS (SELECT 1 FROM account)")
    boolean any();

    /** Keeps the rows, so that two administrators cannot disable each other at once. */
    @Select("SELECT id FROM account WHERE role = 'ADMINISTRATOR' AND disabled_at IS NULL ORDER BY id FOR UPDATE")
    List<Long> lockAdministrators();

    @Insert("""
            INSERT INTO account (username, name, role, institution_id, region_code, password_hash, must_change,
                password_set_at, external_id, epoch, created_at, version)
            VALUES (#{new.username}, #{new.name}, #{new.role}, #{new.scope.institutionId}, #{new.scope.regionCode},
                #{hash}, #{mustChange}, #{now}, #{new.externalId}, 0, #{now}, 0)""")
    void insert(
            @Param("new") NewAccount account,
            @Param("hash") String hash,
            @Param("mustChange") boolean mustChange,
            @Param("now") Instant now);

    /** A change of what the person may do ends the sessions. */
    @Update("""
            UPDATE account SET name = #{to.name}, role = #{to.role}, institution_id = #{to.scope.institutionId},
                region_code = #{to.scope.regionCode}, external_id = #{to.externalId}, epoch = epoch + #{ends},
                version = version + 1
            WHERE id = #{id} AND version = #{to.version}""")
    int change(@Param("id") long id, @Param("to") AccountChange to, @Param("ends") int ends);

    @Update("UPDATE account SET disabled_at = #{at}, epoch = epoch + 1, version = version + 1 WHERE id = #{id}")
    void setDisabled(@Param("id") long id, @Param("at") Instant at);

    @Update("UPDATE account SET epoch = epoch + 1 WHERE id = #{id}")
    void endSessions(long id);

    @Update("""
            UPDATE account SET password_hash = #{hash}, must_change = #{mustChange}, password_set_at = #{now},
                epoch = epoch + 1, version = version + 1
            WHERE id = #{row.id} AND version = #{row.version}""")
    int setPassword(
            @Param("row") AccountRow row,
            @Param("hash") String hash,
            @Param("mustChange") boolean mustChange,
            @Param("now") Instant now);

    @Insert("INSERT INTO password_history (account_id, password_hash) VALUES (#{accountId}, #{hash})")
    void remember(@Param("accountId") long accountId, @Param("hash") String hash);

    @Select("SELECT password_hash FROM password_history WHERE account_id = #{accountId} ORDER BY id DESC LIMIT #{limit}")
    List<String> lastPasswords(@Param("accountId") long accountId, @Param("limit") int limit);

    @Update("""
            UPDATE account SET totp_sealed = #{sealed}, totp_confirmed_at = NULL, totp_last_step = NULL,
                version = version + 1
            WHERE id = #{id} AND totp_confirmed_at IS NULL""")
    int proposeTotp(@Param("id") long id, @Param("sealed") byte[] sealed);

    @Update("""
            UPDATE account SET totp_confirmed_at = #{now}, totp_last_step = #{step}, version = version + 1
            WHERE id = #{row.id} AND version = #{row.version}""")
    int confirmTotp(@Param("row") AccountRow row, @Param("now") Instant now, @Param("step") long step);

    @Update("""
            UPDATE account SET totp_sealed = NULL, totp_confirmed_at = NULL, totp_last_step = NULL,
                epoch = epoch + #{ends}, version = version + 1
            WHERE id = #{id}""")
    void removeTotp(@Param("id") long id, @Param("ends") int ends);

    /** Of two uses of one code, one succeeds. */
    @Update("""
            UPDATE account SET totp_last_step = #{step}
            WHERE id = #{id} AND (totp_last_step IS NULL OR totp_last_step < #{step})""")
    int useTotp(@Param("id") long id, @Param("step") long step);
}
