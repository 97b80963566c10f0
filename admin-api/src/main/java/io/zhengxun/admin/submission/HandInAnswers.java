package io.zhengxun.admin.submission;

import io.zhengxun.admin.problem.ProblemTexts;
import io.zhengxun.registry.account.Staff;
import io.zhengxun.registry.submission.Submission;
import io.zhengxun.registry.submission.Submissions;
import io.zhengxun.registry.submission.Upload;
import io.zhengxun.registry.submission.Uploads;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** What an institution is told after it handed in a file. */
@Component
public class HandInAnswers {

    private static final int FLAWS_AT_ONCE = 100;

    private final Uploads uploads;
    private final Submissions submissions;
    private final SubmissionViews views;
    private final ProblemTexts problems;
    private final MessageSource messages;

    HandInAnswers(
            Uploads uploads,
            Submissions submissions,
            SubmissionViews views,
            ProblemTexts problems,
            MessageSource messages) {
        this.uploads = uploads;
        this.submissions = submissions;
        this.views = views;
        this.problems = problems;
        this.messages = messages;
    }

    HandInController.Accepted accepted(Upload upload, Staff staff) {
        Submission submission = submissions.find(upload.submissionId()).orElseThrow();
        return new HandInController.Accepted(
                views.whole(submission, staff),
                UploadView.stored(upload, submission.number()),
                lateNote(upload.lateRows()));
    }

    /** Late for D1 but within D8: kept as a draft; the overdue statement is asked for when it is submitted (T6). */
    private String lateNote(int lateRows) {
        return lateRows == 0
                ? null
                : messages.getMessage(
                        "received.late", new Object[] {String.valueOf(lateRows)}, Locale.SIMPLIFIED_CHINESE);
    }

    /** A file that was not accepted, with its first flaws and the way to the others. */
    public ProblemDetail refused(Upload upload) {
        ProblemDetail problem = problems.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "batch-refused",
                String.valueOf(upload.rowCount()),
                String.valueOf(upload.faultyRows()),
                String.valueOf(upload.flawCount()));
        problem.setProperty("rule", "C6");
        problem.setProperty("upload", UploadView.refused(upload));
        problem.setProperty(
                "flaws",
                uploads.flaws(upload, 0, FLAWS_AT_ONCE).stream().map(UploadView.FlawView::of).toList());
        return problem;
    }
}
