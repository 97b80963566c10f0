package io.zhengxun.admin.submission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.zhengxun.admin.account.AnyReader;
import io.zhengxun.admin.sheet.SheetFormat;
import io.zhengxun.admin.sheet.SheetTemplate;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The empty sheet to fill in. */
@RestController
@Tag(name = "上报")
class TemplateController {

    private final SheetTemplate template;

    TemplateController(SheetTemplate template) {
        this.template = template;
    }

    @GetMapping("/api/submissions/template")
    @AnyReader
    @Operation(summary = "下载空白模板（.xlsx）")
    void template(HttpServletResponse response) throws IOException {
        Downloads.begin(response, SheetFormat.XLSX.mediaType(), "证书数据上报模板.xlsx");
        template.writeTo(response.getOutputStream());
    }
}
