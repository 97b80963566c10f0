package io.zhengxun.registry.institution;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface RegionMapper {

    @Select("SELECT code, name, kind, centre_name FROM region")
    List<Region> all();
}
