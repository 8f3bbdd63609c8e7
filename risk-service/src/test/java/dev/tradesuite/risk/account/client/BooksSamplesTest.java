package dev.tradesuite.risk.account.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.brain.LatestPrices;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.BookedPosition;
import dev.tradesuite.risk.account.BooksReport;
import dev.tradesuite.test.ProjectFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What other services send is read as its owner's sample says, also when the owner has added a field. */
class BooksSamplesTest {

    private static final Path FOLDER =
            ProjectFolder.resolve("libs", "contracts", "src", "test", "resources", "samples");
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final RecursiveComparisonConfiguration AMOUNTS = RecursiveComparisonConfiguration.builder()
            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
            .build();

    @Test
    void accountUpdatedOfPortfolio() throws IOException {
        AccountUpdated event = newer("AccountUpdated", AccountUpdated.class);

        BooksReport report = BooksMapper.report(event.account());
        assertThat(report.accountId()).isEqualTo("main");
        assertThat(report.equity()).isEqualByComparingTo("10198.25");
        assertThat(report.sequence()).isEqualTo(3);
        assertThat(report.openStakes()).isZero();
        assertThat(report.positions())
                .usingRecursiveFieldByFieldElementComparator(AMOUNTS)
                .containsExactly(new BookedPosition(
                        "EURUSD",
                        Side.BUY,
                        Lots.of("0.3"),
                        new BigDecimal("1083.50000001"),
                        new BigDecimal("1.0885"),
                        new BigDecimal("300.00"),
                        BigDecimal.ONE));
        AccountUpdated.BookedFill fill = Objects.requireNonNull(event.fill());
        assertThat(fill.orderId()).isEqualTo(UUID.fromString("0197a1f0-0000-7000-8000-000000000002"));
        assertThat(fill.bookedLots()).isEqualByComparingTo("0.1");
    }

    @Test
    void portfolioAsAnAccount() throws IOException {
        BooksReport report = BooksMapper.report(newer("Account-portfolio", Account.class));

        assertThat(report.accountId()).isEqualTo("portfolio-7");
        assertThat(report.marginUsed()).isEqualByComparingTo("100");
        assertThat(report.equity()).isEqualByComparingTo("10002.5641024");
        assertThat(report.positions()).isEmpty();
        // 10,002.5641024 of equity, of which 9,900 are cash
        assertThat(report.openStakes()).isEqualByComparingTo("102.5641024");
    }

    @Test
    void accountOfPortfolio() throws IOException {
        BooksReport report = BooksMapper.report(newer("Account", Account.class));

        assertThat(report.accountId()).isEqualTo("main");
        assertThat(report.initialBalance()).isEqualByComparingTo("10000");
    }

    @Test
    void closesAndPricesOfBrain() throws IOException {
        ClosesTable closes = newer("ClosesTable", ClosesTable.class);
        assertThat(closes.times()).hasSameSizeAs(closes.symbols().getFirst().closes());

        LatestPrices prices = newer("LatestPrices", LatestPrices.class);
        assertThat(prices.prices())
                .extracting(LatestPrices.LatestPrice::price)
                .isEqualTo(List.of(new BigDecimal("1.0835"), new BigDecimal("3680.4")));
    }

    /** The sample with a field this service has never heard of. */
    private static <T> T newer(String sample, Class<T> type) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(Files.readString(FOLDER.resolve(sample + ".json")));
        json.put("added_later", true);
        return JSON.treeToValue(json, type);
    }
}
