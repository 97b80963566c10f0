package io.zhengxun.house.broken;

import org.apache.ibatis.annotations.Mapper;

@Mapper
public interface PublicMapper {}
