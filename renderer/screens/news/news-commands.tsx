/** The news by its name, from anywhere. It has no key: nobody needs it in a hurry. */
import { useNavigate } from 'react-router';
import { useCommand } from '../../commands/commands-context.tsx';

export function NewsCommands() {
  const navigate = useNavigate();
  useCommand('news.open', () => void navigate('/news'));
  return null;
}
