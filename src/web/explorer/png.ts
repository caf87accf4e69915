/** Twice the size of the drawing, so that it is sharp in print and on fine screens. */
const scale = 2

function loaded(image: HTMLImageElement): Promise<void> {
  return new Promise((done, fail) => {
    image.onload = () => done()
    image.onerror = () => fail(new Error('the picture could not be read'))
  })
}

/** Draws the picture at an address into a PNG and hands it to the reader; nothing leaves the browser. */
export async function savePng(svg: string, name: string): Promise<void> {
  const image = new Image()
  const ready = loaded(image)
  image.src = svg
  await ready
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * scale
  canvas.height = image.naturalHeight * scale
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (blob === null) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
