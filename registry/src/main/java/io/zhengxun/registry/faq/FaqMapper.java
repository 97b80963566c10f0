package io.zhengxun.registry.faq;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface FaqMapper {

    @Select("SELECT number FROM faq_edition WHERE id = 1")
    long edition();

    /** One at most for each intent. */
    @Select("""
            SELECT t.intent_code, t.version, t.body, t.source
            FROM faq_entry e JOIN faq_text t ON t.intent_code = e.intent_code AND t.version = e.published""")
    List<FaqText> published();
}
