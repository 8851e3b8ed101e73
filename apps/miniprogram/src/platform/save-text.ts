/** Gives the person a text as a file; resolves with what became of it, in words. */
export function saveText(name: string, text: string): Promise<string> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
  return Promise.resolve('已保存到下载文件夹');
}
