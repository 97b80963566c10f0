package io.zhengxun.registry.account;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RoleSettingMapper {

    @Select("SELECT role, totp_required FROM role_setting")
    List<RoleSetting> all();

    @Select("SELECT role, totp_required FROM role_setting WHERE role = #{role} FOR UPDATE")
    RoleSetting lock(Role role);

    @Update("UPDATE role_setting SET totp_required = #{required} WHERE role = #{role}")
    void requireTotp(@Param("role") Role role, @Param("required") boolean required);
}
