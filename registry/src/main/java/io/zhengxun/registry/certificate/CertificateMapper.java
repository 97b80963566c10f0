package io.zhengxun.registry.certificate;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface CertificateMapper {

    String SELECT = """
            <script>
            SELECT id, number, submission_id, institution_id, row_no, name_sealed, name_index, id_type, id_sealed,
                id_index, index_key, occupation, job, level, issue_date, standing
            FROM certificate WHERE standing != 'DELETED' AND
            """;
    String NAME_MATCHES =
            " name_index IN <foreach collection='names' item='i' open='(' separator=',' close=')'>#{i}</foreach> ";
    String ID_MATCHES =
            " id_index IN <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach> ";
    String END = " ORDER BY issue_date DESC, id DESC LIMIT #{limit} </script>";

    @Select(SELECT + " number = #{number} AND " + NAME_MATCHES + " LIMIT 1 </script>")
    List<CertificateRow> byNumberAndName(@Param("number") String number, @Param("names") List<byte[]> names);

    @Select(SELECT + " number = #{number} AND " + ID_MATCHES + " LIMIT 1 </script>")
    List<CertificateRow> byNumberAndId(@Param("number") String number, @Param("ids") List<byte[]> ids);

    @Select(SELECT + ID_MATCHES + " AND " + NAME_MATCHES + END)
    List<CertificateRow> byIdAndName(
            @Param("ids") List<byte[]> ids, @Param("names") List<byte[]> names, @Param("limit") int limit);

    @Select("""
            <script>
            SELECT number FROM certificate WHERE number IN
            <foreach collection="numbers" item="n" open="(" separator="," close=")">#{n}</foreach>
            </script>""")
    List<String> existing(@Param("numbers") Collection<String> numbers);
}
