-- Newest known price of every instrument, and what each account was worth after each of its changes.

create table mark (
    symbol    text        primary key,
    price     numeric     not null check (price > 0),
    marked_at timestamptz not null,
    source    text        not null
);

create table account_equity (
    account_id   text        not null references account,
    sequence     bigint      not null,
    at           timestamptz not null,
    cause        text        not null check (cause in ('OPENED', 'FILL', 'MARK')),
    label        text        not null check (label in ('PAPER', 'LIVE')),
    balance      numeric     not null,
    floating_pnl numeric     not null,
    margin_used  numeric     not null,
    equity_at    timestamptz not null,
    primary key (account_id, sequence)
);

create index account_equity_by_time on account_equity (account_id, at);
