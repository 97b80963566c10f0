package io.zhengxun.registry.notice.desk;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface NoticeKeyMapper {

    @Select("SELECT COUNT(*) FROM notice WHERE notice_key >= #{from} AND notice_key < #{until}")
    int count(@Param("from") String from, @Param("until") String until);

    @Select("SELECT id FROM notice WHERE notice_key = #{key}")
    Long id(String key);
}
