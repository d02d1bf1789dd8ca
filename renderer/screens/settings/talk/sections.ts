/** What is set for the conversation, beside the programmes. */
export const TALK_SECTIONS = ['answers', 'topics', 'benefits', 'words'] as const;
export type TalkSection = (typeof TALK_SECTIONS)[number];
