package io.zhengxun.admin.export;

import java.util.List;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;

/** Answers with a workbook where a controller returns a {@link ListSheet}. */
@Component
class ListSheetConverter implements HttpMessageConverter<ListSheet<?>> {

    private final ListSheets sheets;

    ListSheetConverter(ListSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public boolean canRead(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType mediaType) {
        return ListSheet.class == type;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.valueOf(ListSheets.XLSX));
    }

    @Override
    public ListSheet<?> read(Class<? extends ListSheet<?>> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("A list is exported, never read.", input);
    }

    /** To the response itself: what fails before the first byte must leave no header behind. */
    @Override
    public void write(ListSheet<?> list, MediaType mediaType, HttpOutputMessage output) throws BrokenDownload {
        sheets.write(list, ((ServletServerHttpResponse) output).getServletResponse());
    }
}
