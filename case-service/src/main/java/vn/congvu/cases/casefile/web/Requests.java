package vn.congvu.cases.casefile.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.policy.Severity;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.Misconduct;

/** The bodies of commands. Each names the version of the case that the caller looked at. */
interface Requests {
    /** The version of the case as it was read. */
    @Nullable
    Long version();

    record Accept(@Schema(example = "1") @Nullable Long version) implements Requests {}

    /** @param title the officer's office, never a name */
    record Delegate(
            @Nullable Long version,

            @Schema(example = "Chuyên viên Phòng Cải cách hành chính") @Nullable
            String title,

            @Nullable String email)
            implements Requests {}

    record AskCitizen(
            @Nullable Long version,

            @Schema(example = "Xin cho biết sự việc xảy ra ở quầy số mấy?") @Nullable
            String question)
            implements Requests {}

    /** @param kind what triage sorts it as, like the fields after it */
    record Forward(
            @Nullable Long version,
            @Schema(example = "SXD") @Nullable String agencyCode,

            @Schema(example = "Thuộc thẩm quyền cấp giấy phép của Sở Xây dựng.") @Nullable
            String reason,

            @Nullable ComplaintKind kind,
            @Nullable List<Misconduct> misconducts,
            @Nullable Severity severity)
            implements Requests {}

    /** @param until the new day; absent for as long again as the limit was */
    record Extend(
            @Nullable Long version,

            @Schema(example = "Cần xác minh thêm camera giám sát.") @Nullable
            String reason,

            @Nullable LocalDate until)
            implements Requests {}

    /**
     * @param measures to persons
     * @param collectiveMeasures to an office or the agency itself
     */
    record Answer(
            @Nullable Long version,

            @Schema(example = "Chúng tôi đã kiểm tra, phê bình công chức tiếp dân và xin lỗi ông/bà.") @Nullable
            String answer,

            @Nullable Finding finding,
            @Nullable List<Measure> measures,
            @Nullable List<Measure> collectiveMeasures)
            implements Requests {}

    /** As {@link Answer}, with less of it: a draft may be unfinished. */
    record Draft(
            @Nullable Long version,

            @Schema(example = "Chúng tôi đã kiểm tra, công chức tiếp dân nhận sai.") @Nullable
            String answer,

            @Nullable Finding finding,
            @Nullable List<Measure> measures,
            @Nullable List<Measure> collectiveMeasures)
            implements Requests {}

    /** @param into reference or id of the case that stays */
    record Merge(
            @Nullable Long version,
            @Schema(example = "7K3F9QXM2D") @Nullable String into) implements Requests {}

    record Unmerge(@Schema(example = "4") @Nullable Long version) implements Requests {}

    record Split(
            @Nullable Long version,
            @Nullable String text,
            @Nullable String agencyCode,
            @Nullable ComplaintKind kind) implements Requests {}

    /**
     * @param to the body that is competent
     * @param advice what the reporter is told to do
     */
    record HandOver(
            @Nullable Long version,
            @Schema(example = "Thanh tra tỉnh") @Nullable String to,

            @Schema(example = "Provincial Inspectorate") @Nullable
            String toEn,

            @Schema(example = "Nội dung là tố cáo: xin gửi đơn có chữ ký đến Thanh tra tỉnh.") @Nullable
            String advice)
            implements Requests {}

    record Note(@Nullable Long version, @Nullable String note) implements Requests {}

    record Reopen(@Nullable Long version, @Nullable String reason) implements Requests {}

    record Withdraw(@Nullable Long version, @Nullable String reason) implements Requests {}
}
