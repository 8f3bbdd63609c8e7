package dev.tradesuite.portfolio.returns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.portfolio.AddReturnsRequest;
import dev.tradesuite.contracts.portfolio.ReturnRefusal;
import dev.tradesuite.portfolio.returns.ImportedRow;
import dev.tradesuite.portfolio.returns.ReturnImportService;
import dev.tradesuite.support.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ReturnTableMapperTest {

    @Test
    void columnsAreFoundByNameAndLinesAreCountedAsAnEditorDoes() {
        ReturnTableMapper.Table table = ReturnTableMapper.read(
                "\ufeffReturn,note,DAY\r\n0.01,x,2026-01-05\r\n\r\n0.02,2026-01-06\r\n0.03,,2026-01-07");

        assertThat(table.rows())
                .containsExactly(new ImportedRow(2, "2026-01-05", "0.01"), new ImportedRow(5, "2026-01-07", "0.03"));
        assertThat(table.unreadable())
                .containsExactly(new ReturnImportService.Refused(4, ReturnRefusal.BAD_RETURN_ROW, "0.02,2026-01-06"));
    }

    @Test
    void tableWithoutItsHeaderIsRefused() {
        assertThatThrownBy(() -> ReturnTableMapper.read("2026-01-05,0.01\n")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> ReturnTableMapper.read("\n")).isInstanceOf(ProblemException.class);
    }

    @Test
    void tableWithTooManyRowsIsRefused() {
        String table = "day,return\n" + "2026-01-05,0.01\n".repeat(AddReturnsRequest.MOST + 1);

        assertThatThrownBy(() -> ReturnTableMapper.read(table)).isInstanceOf(ProblemException.class);
    }
}
