package io.zhengxun.registry.institution;

import com.baomidou.mybatisplus.annotation.IdType;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;

@TableName("institution")
class InstitutionRow {

    @TableId(type = IdType.AUTO)
    Long id;

    String numberPrefix;
    String name;
    String tier;
    String regionCode;
    String phone;

    InstitutionRow(NewInstitution filing) {
        this.numberPrefix = filing.numberPrefix();
        this.name = filing.name();
        this.tier = filing.tier().name();
        this.regionCode = filing.regionCode();
        this.phone = filing.phone();
    }
}
