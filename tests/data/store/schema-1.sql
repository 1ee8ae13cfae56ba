-- A database as the first version of the schema kept it.
PRAGMA journal_mode = WAL;
CREATE TABLE conversations (id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL DEFAULT '', created_at INTEGER, updated_at INTEGER, pinned INTEGER NOT NULL DEFAULT 0, provider TEXT NOT NULL DEFAULT '', model TEXT NOT NULL DEFAULT '', system_prompt TEXT NOT NULL DEFAULT '', draft TEXT NOT NULL DEFAULT '', leaf_id TEXT NOT NULL DEFAULT '');
CREATE INDEX conversations_updated ON conversations (updated_at);
CREATE TABLE messages (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE, parent_id TEXT NOT NULL DEFAULT '', role TEXT NOT NULL, state TEXT NOT NULL, created_at INTEGER, provider TEXT NOT NULL DEFAULT '', provider_name TEXT NOT NULL DEFAULT '', model TEXT NOT NULL DEFAULT '', served_model TEXT NOT NULL DEFAULT '', parameters TEXT, prompt_tokens INTEGER, completion_tokens INTEGER, reasoning_tokens INTEGER, cached_tokens INTEGER, cost_amount TEXT, cost_currency TEXT, first_token_ms INTEGER, total_ms INTEGER, finish TEXT, error TEXT, thinking_open INTEGER);
CREATE INDEX messages_conversation ON messages (conversation_id);
CREATE TABLE segments (id INTEGER PRIMARY KEY, message_seq INTEGER NOT NULL REFERENCES messages (seq) ON DELETE CASCADE, position INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL DEFAULT '', duration_ms INTEGER NOT NULL DEFAULT 0, extras TEXT, UNIQUE (message_seq, position));
INSERT INTO conversations VALUES ('c-old', 'Straße 草稿', 1748779200123, 1748779260456, 1, 'deepseek', 'deepseek-reasoner', 'Be brief.', 'and then', 'm-answer');
INSERT INTO messages (seq, id, conversation_id, role, state, created_at) VALUES (1, 'm-prompt', 'c-old', 'user', 'complete', 1748779200123);
INSERT INTO messages (seq, id, conversation_id, parent_id, role, state, created_at, provider, provider_name, model, served_model, parameters, prompt_tokens, completion_tokens, cost_amount, cost_currency, first_token_ms, total_ms, finish) VALUES (2, 'm-answer', 'c-old', 'm-prompt', 'assistant', 'complete', 1748779201000, 'deepseek', 'DeepSeek', 'deepseek-reasoner', 'deepseek-reasoner', '{"temperature":0.6}', 12, 34, '0.0031', 'CNY', 800, 4200, 'stop');
INSERT INTO segments (message_seq, position, kind, text, duration_ms) VALUES (1, 0, 'text', 'How do you do?', 0);
INSERT INTO segments (message_seq, position, kind, text, duration_ms) VALUES (2, 0, 'reasoning', 'A greeting.', 3400);
INSERT INTO segments (message_seq, position, kind, text, duration_ms) VALUES (2, 1, 'text', 'Well, thank you.', 0);
PRAGMA user_version = 1;
