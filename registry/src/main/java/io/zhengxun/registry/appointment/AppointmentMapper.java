package io.zhengxun.registry.appointment;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface AppointmentMapper {

    /** In the order of the record's components. */
    String COLUMNS = """
            id, region_code, username, name, unit_name, unit_address, unit_head, post, unit_head_phone_sealed,
            office_phone_sealed, mobile_sealed, qq_sealed, mobile_hash, public_contact, remarks, recommended_by,
            recommended_on, since_on, until_on, recorded_by, recorded_at, version""";

    @Select("SELECT " + COLUMNS + " FROM appointment WHERE id = #{id}")
    AppointmentRow byId(long id);

    /** Keeps the row: who comes second waits, and sees what the first one did. */
    @Select("SELECT " + COLUMNS + " FROM appointment WHERE id = #{id} FOR UPDATE")
    AppointmentRow lockedById(long id);

    @Select("SELECT " + COLUMNS + " FROM appointment WHERE username = #{username} AND lasting_mark = 1")
    AppointmentRow lasting(String username);

    @Select("""
            <script>
            SELECT\040""" + COLUMNS + """
             FROM appointment WHERE id &lt; #{before}
            <if test="region != null">AND region_code = #{region}</if>
            ORDER BY id DESC LIMIT #{limit}
            </script>""")
    List<AppointmentRow> page(@Param("region") String region, @Param("before") long before, @Param("limit") int limit);

    @Insert("""
            INSERT INTO appointment (region_code, username, name, unit_name, unit_address, unit_head, post,
                unit_head_phone_sealed, office_phone_sealed, mobile_sealed, qq_sealed, mobile_hash, public_contact,
                remarks, recommended_by, recommended_on, since_on, lasting_mark, recorded_by, recorded_at, version)
            VALUES (#{regionCode}, #{username}, #{name}, #{unitName}, #{unitAddress}, #{unitHead}, #{post},
                #{unitHeadPhoneSealed}, #{officePhoneSealed}, #{mobileSealed}, #{qqSealed}, #{mobileHash},
                #{publicContact}, #{remarks}, #{recommendedBy}, #{recommendedOn}, #{sinceOn}, 1, #{recordedBy},
                #{recordedAt}, 0)""")
    void insert(AppointmentRow row);

    /** 0 rows: somebody else changed it first, or it has ended. */
    @Update("""
            UPDATE appointment SET unit_name = #{to.unitName}, unit_address = #{to.unitAddress},
                unit_head = #{to.unitHead}, post = #{to.post}, unit_head_phone_sealed = #{to.unitHeadPhoneSealed},
                office_phone_sealed = #{to.officePhoneSealed}, mobile_sealed = #{to.mobileSealed},
                qq_sealed = #{to.qqSealed}, mobile_hash = #{to.mobileHash}, public_contact = #{to.publicContact},
                remarks = #{to.remarks}, recommended_by = #{to.recommendedBy}, recommended_on = #{to.recommendedOn},
                version = version + 1
            WHERE id = #{id} AND version = #{version} AND lasting_mark = 1""")
    int change(@Param("id") long id, @Param("version") int version, @Param("to") AppointmentRow to);

    @Update("""
            UPDATE appointment SET until_on = #{until}, lasting_mark = NULL, version = version + 1
            WHERE id = #{id} AND version = #{version} AND lasting_mark = 1""")
    int end(@Param("id") long id, @Param("version") int version, @Param("until") LocalDate until);
}
