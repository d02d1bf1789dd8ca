/** The one picture of the story. Its place is there before it is, so that nothing moves. */
import { useAnswer } from '../../../data/use-answer.ts';

export function StoryPicture({ picture, text }: { readonly picture: string; readonly text: string }) {
  const { data } = useAnswer('charity.picture', { id: picture });
  return <div className="story-picture">{data !== undefined && <img src={data.url} alt={text} />}</div>;
}
