package io.zhengxun.registry.submission.list;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface BatchListMapper {

    @Select("${s.text}")
    List<Long> ids(@Param("s") Statement statement);

    @Select("SELECT issued_on FROM submission WHERE id = #{id}")
    LocalDate issuedOn(long id);
}
