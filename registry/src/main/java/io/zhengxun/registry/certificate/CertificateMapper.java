package io.zhengxun.registry.certificate;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface CertificateMapper {

    // The optimiser would take the unique index on the number and read the row to compare the other half; the forced
    // index answers from itself, so that a wrong half costs what an absent certificate costs (Q2).
    String SELECT = """
            <script>
            SELECT id, number, submission_id, institution_id, row_no, name_sealed, name_index, id_type, id_sealed,
                id_index, index_key, occupation, job, level, issue_date, standing, return_id,
                published_on
            FROM certificate FORCE INDEX (""";
    String WHERE = ") WHERE standing != 'DELETED' AND ";
    String NAME_MATCHES =
            " name_index IN <foreach collection='names' item='i' open='(' separator=',' close=')'>#{i}</foreach> ";
    String ID_MATCHES =
            " id_index IN <foreach collection='ids' item='i' open='(' separator=',' close=')'>#{i}</foreach> ";

    @Select(SELECT + "ix_certificate_number_name" + WHERE + "number = #{number} AND" + NAME_MATCHES + "</script>")
    List<CertificateRow> byNumberAndName(@Param("number") String number, @Param("names") List<byte[]> names);

    @Select(SELECT + "ix_certificate_number_id" + WHERE + "number = #{number} AND" + ID_MATCHES + "</script>")
    List<CertificateRow> byNumberAndId(@Param("number") String number, @Param("ids") List<byte[]> ids);

    @Select(SELECT + "ix_certificate_id_name" + WHERE + ID_MATCHES + "AND" + NAME_MATCHES
            + "ORDER BY issue_date DESC, id DESC LIMIT #{limit} </script>")
    List<CertificateRow> byIdAndName(
            @Param("ids") List<byte[]> ids, @Param("names") List<byte[]> names, @Param("limit") int limit);

    @Select("""
            <script>
            SELECT number FROM certificate WHERE number IN
            <foreach collection="numbers" item="n" open="(" separator="," close=")">#{n}</foreach>
            </script>""")
    List<String> existing(@Param("numbers") Collection<String> numbers);
}
