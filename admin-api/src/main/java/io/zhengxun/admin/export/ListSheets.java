package io.zhengxun.admin.export;

import io.zhengxun.registry.deadline.LegalTime;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes lists as workbooks: those that controllers return as a {@link ListSheet}. */
@Component
public class ListSheets {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Logger log = LoggerFactory.getLogger(ListSheets.class);
    private static final int PAGE = 1000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ExportSettings settings;
    private final MessageSource messages;
    private final Clock clock;
    private final Semaphore seats;

    ListSheets(ExportSettings settings, MessageSource messages, Clock clock) {
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
        this.seats = new Semaphore(settings.atOnce());
    }

    /**
     * Writes it page by page; memory holds one page at a time, the database works for one page at a time.
     *
     * @throws BrokenDownload if it fails when part of the file has left already
     * @throws ExportsBusy if as many others are being written as may be
     */
    <T> void write(ListSheet<T> list, HttpServletResponse response) throws BrokenDownload {
        if (!seats.tryAcquire()) {
            throw new ExportsBusy();
        }
        try {
            // What fails here is answered with a problem, like any other request.
            List<T> first = list.pages().after(null, PAGE);
            begin(list, response);
            stream(list, first, response);
        } catch (IOException e) {
            log.info("A client left before its workbook was whole.");
            throw new BrokenDownload();
        } catch (RuntimeException e) {
            undo(response, e);
            throw e;
        } finally {
            seats.release();
        }
    }

    private <T> void begin(ListSheet<T> list, HttpServletResponse response) {
        String name = text("export." + list.name()) + "-" + LegalTime.dayOf(clock.instant()) + ".xlsx";
        response.setContentType(XLSX);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    }

    private <T> void stream(ListSheet<T> list, List<T> first, HttpServletResponse response) throws IOException {
        TextSheet sheet = new TextSheet(response.getOutputStream(), text("export." + list.name()));
        sheet.header(
                list.columns().stream().map(column -> text("export." + list.name() + "." + column.name())).toList(),
                list.columns().stream().map(ListSheet.Column::width).toList());
        int rows = 0;
        for (List<T> page = first; !page.isEmpty(); page = list.pages().after(page.get(page.size() - 1), PAGE)) {
            for (T row : page) {
                if (rows++ == settings.rows()) {
                    sheet.row(List.of(text("export.cut", String.valueOf(settings.rows()))));
                    sheet.end();
                    return;
                }
                sheet.row(list.columns().stream().map(column -> cell(column.text().apply(row))).toList());
            }
            sheet.flush();
        }
        // Only here: a workbook that broke off has no end, and no program opens it.
        sheet.end();
    }

    private static void undo(HttpServletResponse response, RuntimeException e) throws BrokenDownload {
        if (response.isCommitted()) {
            log.error("A workbook broke off, and its download fails: {}", e.getClass().getName());
            throw new BrokenDownload();
        }
        response.reset();
    }

    private String cell(Object value) {
        if (value instanceof Boolean yes) {
            return text(yes ? "export.yes" : "export.no");
        }
        if (value instanceof Instant at) {
            return MOMENT.format(at.atZone(LegalTime.ZONE));
        }
        if (value instanceof MessageSourceResolvable words) {
            return messages.getMessage(words, Locale.SIMPLIFIED_CHINESE);
        }
        return value == null ? "" : value.toString();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
